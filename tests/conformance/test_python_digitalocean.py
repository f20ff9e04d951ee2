"""python-digitalocean against the mock of DigitalOcean: what it reads is what the account holds."""

import os
import unittest

from support.mocks import Mocks

import digitalocean
from digitalocean.baseapi import DataReadError, NotFoundError

DROPLET = ["name", "memory", "vcpus", "disk", "status", "size_slug", "tags", "created_at"]
RECORD = ["id", "type", "name", "data", "priority", "port", "ttl", "weight"]


class PythonDigitalOcean(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.mocks = Mocks()
        cls.addClassCleanup(cls.mocks.stop)
        cls.cloud = cls.mocks.vendor("digitalocean")
        cls.token = cls.cloud.known["token"]
        os.environ["DIGITALOCEAN_END_POINT"] = f"{cls.cloud.url}/v2/"
        cls.manager = digitalocean.Manager(token=cls.token)

    def setUp(self):
        # What earlier tests asked counts towards no later one's limits.
        self.cloud.advance(60)

    def kept(self, name):
        """The droplet of that name in the account."""
        droplets = self.cloud.state()["droplets"].values()
        return next((each for each in droplets if each["name"] == name), None)

    def droplet(self, name):
        return self.manager.get_droplet(self.kept(name)["id"])

    def finish(self, answer, seconds):
        """Sees the action run, and done once its time has passed."""
        action = self.manager.get_action(answer["action"]["id"])
        self.assertEqual(action.status, "in-progress")
        self.assertIsNone(action.completed_at)
        self.cloud.advance(seconds)
        action = self.manager.get_action(action.id)
        self.assertEqual(action.status, "completed")
        self.assertIsNotNone(action.completed_at)

    def test_account_and_balance(self):
        account, kept = self.manager.get_account(), self.cloud.state()["account"]
        for name in ["email", "uuid", "email_verified", "status", "droplet_limit"]:
            self.assertEqual(getattr(account, name), kept[name], name)
        self.assertRegex(self.manager.get_balance().account_balance, r"^-?\d+\.\d\d$")

    def test_droplets_to_the_last_page(self):
        kept = self.cloud.state()["droplets"].values()
        seen = {each.id: each for each in self.manager.get_all_droplets()}
        self.assertEqual(set(seen), {each["id"] for each in kept})
        for each in kept:
            for name in DROPLET:
                self.assertEqual(getattr(seen[each["id"]], name), each[name], name)
            by_kind = {net["type"]: net["ip_address"] for net in each["networks"]["v4"]}
            self.assertEqual(seen[each["id"]].ip_address, by_kind["public"])
            self.assertEqual(seen[each["id"]].private_ip_address, by_kind["private"])
        paged = self.manager.get_data("droplets/", params={"per_page": 4})
        self.assertEqual([each["id"] for each in paged["droplets"]], list(seen))
        self.assertEqual(paged["meta"]["total"], len(kept))
        tagged = self.manager.get_all_droplets(tag_name="acme")
        expected = {each["name"] for each in kept if "acme" in each["tags"]}
        self.assertEqual({each.name for each in tagged}, expected)

    def test_droplet_from_creation_to_destruction(self):
        droplet = digitalocean.Droplet(
            token=self.token,
            name="made-by-python",
            region="fra1",
            image="debian-12-x64",
            size_slug="s-1vcpu-1gb",
            tags=["python"],
            backups=True,
            ipv6=True,
            monitoring=True,
        )
        droplet.create()
        self.assertEqual(droplet.load().status, "new")
        self.cloud.advance(20)
        self.assertEqual(droplet.load().status, "active")
        self.assertEqual(droplet.get_action(droplet.action_ids[0]).status, "completed")
        kept = self.kept("made-by-python")
        for name in DROPLET:
            self.assertEqual(getattr(droplet, name), kept[name], name)
        self.assertEqual(droplet.ip_v6_address, kept["networks"]["v6"][0]["ip_address"])
        self.assertTrue(droplet.backups and droplet.ipv6)

        off = droplet.power_off()
        with self.assertRaisesRegex(DataReadError, "pending event"):
            droplet.power_on()
        self.finish(off, 5)
        self.cloud.advance(2)
        self.assertEqual(droplet.load().status, "off")
        self.finish(droplet.resize("s-1vcpu-2gb"), 60)
        self.assertEqual(droplet.load().size_slug, "s-1vcpu-2gb")
        self.finish(droplet.take_snapshot('kept "as is" & ü'), 40)
        (snapshot,) = droplet.load().get_snapshots()
        self.assertEqual(snapshot.load().name, 'kept "as is" & ü')
        self.assertEqual(self.kept("made-by-python")["snapshot_ids"], [snapshot.id])
        self.finish(droplet.rebuild(155133621), 50)
        self.assertEqual(droplet.load().image["id"], 155133621)
        self.cloud.advance(10)
        self.finish(droplet.rename("renamed"), 2)
        self.assertEqual(self.kept("renamed")["id"], droplet.id)
        self.assertTrue(snapshot.destroy())
        self.assertTrue(droplet.destroy())
        self.cloud.advance(3)
        with self.assertRaises(NotFoundError):
            droplet.load()
        self.assertIsNone(self.kept("renamed"))

    def test_several_droplets_at_once(self):
        made = digitalocean.Droplet.create_multiple(
            token=self.token,
            names=["twin-1", "twin-2"],
            region="nyc3",
            image="debian-12-x64",
            size_slug="s-1vcpu-1gb",
        )
        self.cloud.advance(20)
        for each in made:
            self.assertEqual(each.load().status, "active")
            self.assertEqual(self.kept(each.name)["id"], each.id)
            each.destroy()

    def test_what_cannot_be_made_says_why(self):
        wanted = {"name": "x", "region": "fra1", "image": "debian-12-x64", "size_slug": "s-1vcpu-1gb"}
        for wrong, said in [
            ({"region": "mars1"}, "region"),
            ({"size_slug": "s-9"}, "size"),
            ({"image": "templeos"}, "image"),
            ({"name": "not a name!"}, "name"),
        ]:
            droplet = digitalocean.Droplet(token=self.token, **{**wanted, **wrong})
            with self.assertRaisesRegex(DataReadError, f"(?i){said}"):
                droplet.create()
        with self.assertRaises(NotFoundError):
            self.manager.get_droplet(1)

    def test_zone_and_records(self):
        domain = digitalocean.Domain(
            token=self.token, name="python.example", ip_address="203.0.113.99"
        )
        domain.create()
        text = 'v=1; "a" \\ <b> & c'
        domain.create_new_domain_record(type="TXT", name="_check", data=text)
        domain.create_new_domain_record(
            type="MX", name="@", data="mail.python.example.", priority=10
        )
        kept = self.cloud.state()["domains"]["python.example"]
        seen = domain.get_records()
        self.assertEqual(
            [[getattr(each, name) for name in RECORD] for each in seen],
            [[each[name] for name in RECORD] for each in kept],
        )
        check = next(each for each in seen if each.type == "TXT")
        self.assertEqual(check.data, text)
        check.data = "v=2"
        check.save()
        changed = digitalocean.Record.get_object(self.token, "python.example", check.id)
        self.assertEqual(changed.data, "v=2")
        check.destroy()
        with self.assertRaises(NotFoundError):
            digitalocean.Record.get_object(self.token, "python.example", check.id)
        with self.assertRaises(DataReadError):
            domain.create_new_domain_record(type="A", name="www", data="nowhere")
        domain.destroy()
        names = {each.name for each in self.manager.get_all_domains()}
        self.assertEqual(names, set(self.cloud.state()["domains"]))
        self.assertNotIn("python.example", names)

    def test_volume(self):
        web = self.droplet("acme-web-1")
        volume = digitalocean.Volume(
            token=self.token, name="python-data", region="fra1", size_gigabytes=10
        )
        volume.create()
        self.finish(volume.attach(web.id, "fra1"), 10)
        self.assertIn(volume.id, self.kept("acme-web-1")["volume_ids"])
        self.finish(volume.detach(web.id, "fra1"), 10)
        self.finish(volume.resize(25, "fra1"), 10)
        self.assertEqual(self.manager.get_volume(volume.id).size_gigabytes, 25)
        volume.snapshot("python-snapshot")
        (snapshot,) = volume.get_snapshots()
        self.assertEqual(snapshot.name, "python-snapshot")
        self.assertIn(snapshot.id, [each.id for each in self.manager.get_volume_snapshots()])
        snapshot.destroy()
        volume.destroy()
        with self.assertRaises(NotFoundError):
            self.manager.get_volume(volume.id)

    def test_firewall(self):
        web = self.droplet("acme-web-1")
        firewall = digitalocean.Firewall(
            token=self.token,
            name="python-wall",
            inbound_rules=[
                digitalocean.InboundRule(
                    protocol="tcp",
                    ports="443",
                    sources=digitalocean.Sources(addresses=["0.0.0.0/0"]),
                )
            ],
            outbound_rules=[
                digitalocean.OutboundRule(
                    protocol="tcp",
                    ports="0",
                    destinations=digitalocean.Destinations(addresses=["0.0.0.0/0"]),
                )
            ],
            droplet_ids=[web.id],
        )
        firewall.create()
        self.cloud.advance(5)
        seen = self.manager.get_firewall(firewall.id)
        self.assertEqual((seen.status, seen.droplet_ids), ("succeeded", [web.id]))
        self.assertEqual(seen.inbound_rules[0].ports, "443")
        firewall.add_tags(["globex"])
        firewall.remove_droplets([web.id])
        kept = next(
            each for each in self.cloud.state()["firewalls"] if each["id"] == firewall.id
        )
        self.assertEqual((kept["tags"], kept["droplet_ids"]), (["globex"], []))
        firewall.destroy()
        with self.assertRaises(NotFoundError):
            self.manager.get_firewall(firewall.id)

    def test_tags(self):
        tag = digitalocean.Tag(token=self.token, name="python:tag")
        tag.create()
        web = self.kept("acme-web-1")
        tag.add_droplets([str(web["id"])])
        self.assertIn("python:tag", self.kept("acme-web-1")["tags"])
        tag.remove_droplets([str(web["id"])])
        self.assertNotIn("python:tag", self.kept("acme-web-1")["tags"])
        tag.delete()
        self.assertNotIn("python:tag", [each.name for each in self.manager.get_all_tags()])

    def test_networks(self):
        kept = self.cloud.state()["vpcs"]
        seen = {each.id: each for each in self.manager.get_all_vpcs()}
        self.assertEqual(set(seen), {each["id"] for each in kept})
        for each in kept:
            for name in ["name", "region", "ip_range", "urn", "created_at", "default"]:
                self.assertEqual(getattr(seen[each["id"]], name), each[name], name)
        vpc = digitalocean.VPC(
            token=self.token, name="python.net", region="fra1", ip_range="10.77.0.0/24"
        ).create()
        self.assertFalse(vpc.default)
        droplet = digitalocean.Droplet(
            token=self.token,
            name="in-python-net",
            region="fra1",
            image="debian-12-x64",
            size_slug="s-1vcpu-1gb",
            vpc_uuid=vpc.id,
        )
        droplet.create()
        self.cloud.advance(20)
        self.assertEqual(droplet.load().vpc_uuid, vpc.id)
        self.assertRegex(droplet.private_ip_address, r"^10\.77\.0\.")
        with self.assertRaisesRegex(DataReadError, "members"):
            vpc.destroy()
        vpc.rename("python.renamed")
        self.assertEqual(self.manager.get_vpc(vpc.id).name, "python.renamed")
        droplet.destroy()
        self.cloud.advance(3)
        self.assertTrue(vpc.destroy())
        with self.assertRaises(NotFoundError):
            self.manager.get_vpc(vpc.id)
        overlapping = digitalocean.VPC(
            token=self.token, name="python.other", region="fra1", ip_range="10.135.7.0/24"
        )
        with self.assertRaisesRegex(DataReadError, "overlaps"):
            overlapping.create()

    def test_projects(self):
        kept = self.cloud.state()["projects"]
        seen = {each.name: each for each in self.manager.get_all_projects()}
        self.assertEqual(set(seen), set(kept))
        for name, each in kept.items():
            for part in ["id", "purpose", "environment", "is_default", "owner_id", "created_at"]:
                self.assertEqual(getattr(seen[name], part), each[part], part)
            self.assertEqual(sorted(seen[name].get_all_resources()), sorted(each["resources"]))
        default = self.manager.get_default_project()
        self.assertTrue(default.is_default)
        project = digitalocean.Project(
            token=self.token, name="python", purpose="a trial", environment="Staging"
        )
        project.create_project()
        self.assertEqual(project.purpose, "Other: a trial")
        web = self.kept("acme-web-1")
        urn = f"do:droplet:{web['id']}"
        (put,) = project.assign_resource([urn])["resources"]
        self.assertEqual((put["urn"], put["status"]), (urn, "assigned"))
        self.assertEqual(self.cloud.state()["projects"]["python"]["resources"], [urn])
        project.update_project(name="python renamed", environment="Production", description="x")
        self.assertEqual(self.manager.get_project(project.id).environment, "Production")
        with self.assertRaisesRegex(DataReadError, "resources"):
            project.delete_project()
        seen["acme"].assign_resource([urn])
        project.delete_project()
        with self.assertRaises(NotFoundError):
            self.manager.get_project(project.id)

    def test_floating_ips(self):
        web = self.droplet("acme-web-1")
        address = digitalocean.FloatingIP(token=self.token, region_slug="fra1").reserve()
        self.finish(address.assign(web.id), 5)
        self.assertEqual(address.load().droplet["id"], web.id)
        kept = {each["ip"] for each in self.cloud.state()["reserved_ips"]}
        self.assertEqual({each.ip for each in self.manager.get_all_floating_ips()}, kept)
        self.finish(address.unassign(), 5)
        self.assertIsNone(address.load().droplet)
        address.destroy()
        with self.assertRaises(NotFoundError):
            self.manager.get_floating_ip(address.ip)

    def test_load_balancers(self):
        kept = self.cloud.state()["load_balancers"]
        seen = {each.id: each for each in self.manager.get_all_load_balancers()}
        self.assertEqual(set(seen), {each["id"] for each in kept})
        for each in kept:
            for name in ["name", "ip", "algorithm", "status", "droplet_ids", "created_at"]:
                self.assertEqual(getattr(seen[each["id"]], name), each[name], name)
            for rule, of in zip(seen[each["id"]].forwarding_rules, each["forwarding_rules"]):
                self.assertEqual(rule.entry_port, of["entry_port"])
                self.assertEqual(rule.target_protocol, of["target_protocol"])

    def test_keys_images_sizes_regions_snapshots(self):
        seen, kept = self.manager.get_all_sshkeys(), self.cloud.state()["ssh_keys"]
        for name in ["id", "name", "fingerprint", "public_key"]:
            self.assertEqual([getattr(each, name) for each in seen], [k[name] for k in kept])
        key = digitalocean.SSHKey(token=self.token, name="bad", public_key="no key")
        with self.assertRaises(DataReadError):
            key.create()
        distributions = self.manager.get_distro_images()
        self.assertTrue(all(each.public for each in distributions))
        by_slug = self.manager.get_image("debian-12-x64")
        self.assertIn(by_slug.id, [each.id for each in distributions])
        mine = {each.name for each in self.manager.get_my_images()}
        self.assertIn("acme-web-1-before-relaunch", mine)
        sizes = {each.slug: each for each in self.manager.get_all_sizes()}
        web = self.kept("acme-web-1")
        self.assertEqual(sizes[web["size_slug"]].price_monthly, web["size"]["price_monthly"])
        self.assertIn("fra1", [each.slug for each in self.manager.get_all_regions()])
        snapshots = {each.name for each in self.manager.get_droplet_snapshots()}
        self.assertIn("acme-web-1-before-relaunch", snapshots)

    def test_refusals(self):
        stranger = digitalocean.Manager(token="dop_v1_wrong")
        with self.assertRaisesRegex(DataReadError, "(?i)authenticate"):
            stranger.get_all_droplets()
        for _ in range(10):
            self.manager.get_all_sshkeys()
        with self.assertRaisesRegex(DataReadError, "(?i)rate limit"):
            self.manager.get_all_sshkeys()
        self.cloud.advance(60)
        self.assertTrue(self.manager.get_all_sshkeys())
        self.manager.get_data("account/")
        self.assertEqual(self.manager.ratelimit_limit, "5000")
        self.assertLess(int(self.manager.ratelimit_remaining), 5000)


if __name__ == "__main__":
    unittest.main()
