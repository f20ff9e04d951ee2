"""Apache libcloud's Rackspace drivers against the mock: servers, load balancers and DNS, read as they are held."""

import contextlib
import threading
import unittest

from support.mocks import Mocks

from libcloud.common.exceptions import BaseHTTPError
from libcloud.common.types import InvalidCredsError, LibcloudError
from libcloud.compute.providers import get_driver as compute_driver
from libcloud.compute.types import NodeState, Provider as Compute
from libcloud.dns.providers import get_driver as dns_driver
from libcloud.dns.types import Provider as Dns, RecordType, ZoneDoesNotExistError
from libcloud.loadbalancer.base import Algorithm, Member
from libcloud.loadbalancer.providers import get_driver as balancer_driver
from libcloud.loadbalancer.types import Provider as Balancer, State

KEY = (
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
    " someone@agency.example"
)
# What the client waits for by itself is not waited for as long as on the platform.
POLL_S = 0.02


class Libcloud(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.mocks = Mocks()
        cls.addClassCleanup(cls.mocks.stop)
        cls.cloud = cls.mocks.vendor("rackspace")

    def setUp(self):
        # What earlier tests asked counts towards no later one's limits.
        self.cloud.advance(60)

    def open(self, driver, region="dfw", **more):
        known = self.cloud.known
        given = {"key": known["username"], "secret": known["api_key"], **more}
        opened = driver(
            given.pop("key"),
            given.pop("secret"),
            region=region,
            secure=False,
            ex_force_auth_url=self.cloud.url,
            **given,
        )
        opened.connection.poll_interval = POLL_S
        return opened

    @contextlib.contextmanager
    def time_flying(self):
        """The client polls until something is done; meanwhile the vendor's clock runs."""
        is_over = threading.Event()

        def run():
            while not is_over.wait(POLL_S):
                self.cloud.advance(1)

        clockwork = threading.Thread(target=run)
        clockwork.start()
        try:
            yield
        finally:
            is_over.set()
            clockwork.join()


class Servers(Libcloud):
    def setUp(self):
        super().setUp()
        self.driver = self.open(compute_driver(Compute.RACKSPACE))

    def make(self, name, size="general1-1", **more):
        image = next(each for each in self.driver.list_images() if "Debian" in each.name)
        sizes = {each.id: each for each in self.driver.list_sizes()}
        return self.driver.create_node(name=name, size=sizes[size], image=image, **more)

    def kept(self, node):
        return self.cloud.state()["servers"][node.id]

    def look(self, node):
        return self.driver.ex_get_node_details(node.id)

    def test_wrong_credentials(self):
        stranger = self.open(compute_driver(Compute.RACKSPACE), secret="wrong")
        with self.assertRaises(InvalidCredsError):
            stranger.list_nodes()

    def test_server_from_creation_to_destruction(self):
        self.driver.import_key_pair_from_string("conformance", KEY)
        pair = self.driver.get_key_pair("conformance")
        self.assertEqual(pair.public_key, KEY)
        node = self.make("made-by-libcloud", ex_keyname="conformance", ex_metadata={"a": "<b> & 'c'"})
        self.assertTrue(node.extra["password"])
        self.assertEqual(self.look(node).state, NodeState.PENDING)
        self.cloud.advance(60)
        node, kept = self.look(node), self.kept(node)
        self.assertEqual(node.state, NodeState.RUNNING)
        self.assertEqual(node.name, kept["name"])
        ipv4 = {
            kind: [each["addr"] for each in kept["addresses"][kind] if each["version"] == 4]
            for kind in ("public", "private")
        }
        self.assertEqual([each for each in node.public_ips if "." in each], ipv4["public"])
        self.assertEqual(node.private_ips, ipv4["private"])
        for extra, name in [
            ("hostId", "hostId"),
            ("created", "created"),
            ("metadata", "metadata"),
            ("key_name", "key_name"),
            ("access_ip", "accessIPv4"),
            ("tenantId", "tenant_id"),
            ("vm_state", "OS-EXT-STS:vm_state"),
            ("power_state", "OS-EXT-STS:power_state"),
        ]:
            self.assertEqual(node.extra[extra], kept[name], name)
        self.assertEqual(node.extra["flavorId"], kept["flavor"]["id"])
        self.assertEqual(node.extra["imageId"], kept["image"]["id"])
        self.assertEqual(self.driver.ex_get_metadata(node), {"a": "<b> & 'c'"})

        self.assertTrue(self.driver.reboot_node(node))
        self.assertEqual(self.look(node).state, NodeState.REBOOTING)
        with self.assertRaisesRegex(BaseHTTPError, "task_state"):
            self.driver.reboot_node(node)
        self.cloud.advance(30)
        self.assertTrue(self.driver.ex_stop_node(node))
        self.cloud.advance(10)
        self.assertEqual(self.look(node).state, NodeState.STOPPED)
        self.assertTrue(self.driver.ex_start_node(node))
        self.cloud.advance(10)
        self.driver.ex_set_server_name(node, "renamed")
        self.assertEqual(self.kept(node)["name"], "renamed")
        self.assertTrue(self.driver.ex_rescue(node).extra["password"])
        self.cloud.advance(40)
        self.assertTrue(self.driver.ex_unrescue(node))
        self.cloud.advance(40)
        self.assertTrue(self.driver.destroy_node(node))
        self.cloud.advance(10)
        self.assertNotIn(node.id, [each.id for each in self.driver.list_nodes()])
        self.assertIsNone(self.look(node))
        self.assertTrue(self.driver.delete_key_pair(pair))

    def test_resize_is_confirmed_or_reverted(self):
        node = self.make("resized")
        self.cloud.advance(60)
        sizes = {each.id: each for each in self.driver.list_sizes()}
        self.assertTrue(self.driver.ex_resize(node, sizes["general1-2"]))
        with self.assertRaises(BaseHTTPError):
            self.driver.ex_confirm_resize(node)
        self.cloud.advance(120)
        self.assertEqual(self.kept(node)["status"], "VERIFY_RESIZE")
        self.assertEqual(self.look(node).extra["vm_state"], "resized")
        self.assertTrue(self.driver.ex_confirm_resize(node))
        self.cloud.advance(10)
        self.assertEqual(self.look(node).extra["flavorId"], "general1-2")
        self.assertTrue(self.driver.ex_resize(node, sizes["general1-4"]))
        self.cloud.advance(120)
        self.assertTrue(self.driver.ex_revert_resize(node))
        self.cloud.advance(60)
        self.assertEqual(self.look(node).extra["flavorId"], "general1-2")
        self.assertEqual(self.look(node).state, NodeState.RUNNING)
        self.driver.destroy_node(node)

    def test_image_of_a_server(self):
        node = self.make("copied")
        self.cloud.advance(60)
        image = self.driver.create_image(node, 'before "1" & after', metadata={"why": "test"})
        self.assertEqual(self.driver.get_image(image.id).extra["status"], "SAVING")
        self.cloud.advance(90)
        image = self.driver.get_image(image.id)
        self.assertEqual((image.name, image.extra["status"]), ('before "1" & after', "ACTIVE"))
        self.assertIn(image.id, [each["id"] for each in self.cloud.state()["images"]])
        self.assertTrue(self.driver.delete_image(image))
        self.driver.destroy_node(node)

    def test_servers_to_the_last_page_of_each_region(self):
        made = [self.make(f"of-many-{number}") for number in range(3)]
        self.cloud.advance(60)
        for region in ("dfw", "iad"):
            driver = self.open(compute_driver(Compute.RACKSPACE), region)
            kept = self.cloud.state()["servers"].values()
            there = [each for each in kept if each["status"] != "DELETED"]
            here = {each["id"] for each in there if each["region"] == region.upper()}
            self.assertEqual({each.id for each in driver.list_nodes()}, here)
        with self.assertRaises(Exception):
            self.driver.ex_get_size("general9-9")
        for each in made:
            self.driver.destroy_node(each)

    def test_flavors_images_and_limits(self):
        self.assertTrue(all(each.ram > 0 and each.vcpus for each in self.driver.list_sizes()))
        self.assertTrue(any("Ubuntu" in each.name for each in self.driver.list_images()))

    def test_limits_and_outages(self):
        self.cloud.faults({"match": {"path": "*/servers/detail"}, "kind": "status", "status": 503})
        with self.assertRaisesRegex(BaseHTTPError, "503"):
            self.driver.list_nodes()
        # The token that the client holds is refused: it says so, and asks for another.
        self.driver.list_nodes()
        self.cloud.faults()


class LoadBalancers(Libcloud):
    def setUp(self):
        super().setUp()
        self.driver = self.open(balancer_driver(Balancer.RACKSPACE))

    @contextlib.contextmanager
    def refused(self, code):
        """That status; the vendor's message is what is yielded, afterwards."""
        message = []
        with self.assertRaises(BaseHTTPError) as caught:
            yield message
        # This driver keeps the whole of the vendor's answer in its exception.
        self.assertEqual(caught.exception.code, code)
        message.append(caught.exception.message["message"])

    def test_balancer_from_creation_to_destruction(self):
        members = [Member(None, "10.0.0.1", 80), Member(None, "10.0.0.2", 8080)]
        made = self.driver.create_balancer(
            "made <by> 'libcloud' & co", members, "http", 80, Algorithm.ROUND_ROBIN
        )
        self.assertEqual(made.state, State.PENDING)
        with self.refused(422) as message:
            self.driver.balancer_attach_member(made, Member(None, "10.0.0.3", 80))
        self.assertIn("immutable", message[0])
        self.cloud.advance(30)
        seen = self.driver.get_balancer(made.id)
        self.assertEqual(seen.state, State.RUNNING)
        kept = next(
            each for each in self.cloud.state()["load_balancers"] if str(each["id"]) == made.id
        )
        self.assertEqual((seen.name, seen.port), (kept["name"], kept["port"]))
        self.assertEqual(seen.ip, kept["virtualIps"][0]["address"])
        self.assertEqual(
            sorted((each.ip, each.port) for each in seen.list_members()),
            sorted((each["address"], each["port"]) for each in kept["nodes"]),
        )
        third = self.driver.balancer_attach_member(seen, Member(None, "10.0.0.3", 80))
        self.cloud.advance(6)
        self.assertIn(third.id, [each.id for each in self.driver.balancer_list_members(seen)])
        self.assertTrue(self.driver.balancer_detach_member(seen, third))
        self.cloud.advance(6)
        self.assertEqual(len(self.driver.balancer_list_members(seen)), 2)
        with self.time_flying():
            changed = self.driver.update_balancer(
                seen, name="renamed", algorithm=Algorithm.LEAST_CONNECTIONS
            )
        self.assertEqual(changed.name, "renamed")
        self.assertEqual(
            self.driver.get_balancer(made.id).extra["algorithm"], Algorithm.LEAST_CONNECTIONS
        )
        self.assertTrue(self.driver.destroy_balancer(changed))
        self.cloud.advance(10)
        self.assertNotIn(made.id, [each.id for each in self.driver.list_balancers()])

    def test_offers_and_refusals(self):
        self.assertIn("http", self.driver.list_protocols())
        self.assertIn(Algorithm.ROUND_ROBIN, self.driver.list_supported_algorithms())
        with self.refused(404):
            self.driver.get_balancer("1")
        with self.refused(400):
            self.driver.create_balancer(
                "bad", [Member(None, "nowhere", 80)], "http", 80, Algorithm.RANDOM
            )


class Zones(Libcloud):
    def setUp(self):
        super().setUp()
        self.driver = self.open(dns_driver(Dns.RACKSPACE), "us")

    def kept(self, name):
        domains = self.cloud.state()["dns"]["domains"]
        return next((each for each in domains if each["name"] == name), None)

    def test_zone_and_records(self):
        with self.time_flying():
            zone = self.driver.create_zone(
                "libcloud.example", ttl=600, extra={"email": "lead@agency.example", "comment": "<&>"}
            )
            for number in range(3):
                self.driver.create_record(
                    f"www{number}", zone, RecordType.A, f"203.0.113.{number}", {"ttl": 300}
                )
            mail = self.driver.create_record(
                None, zone, RecordType.MX, "mail.libcloud.example", {"priority": 10}
            )
        seen = self.driver.get_zone(zone.id)
        self.assertEqual((seen.domain, seen.ttl), ("libcloud.example", 600))
        self.assertEqual(seen.extra["email"], "lead@agency.example")
        self.assertEqual(seen.extra["comment"], "<&>")
        records = {each.id: each for each in self.driver.list_records(zone)}
        self.assertEqual(records[mail.id].extra["priority"], 10)
        names = {each.name for each in records.values() if each.type == RecordType.A}
        self.assertEqual(names, {"www0", "www1", "www2"})
        first = next(each for each in records.values() if each.name == "www0")
        with self.time_flying():
            self.driver.update_record(first, data="203.0.113.77", extra={"ttl": 900})
        again = self.driver.get_record(zone.id, first.id)
        self.assertEqual((again.data, again.ttl), ("203.0.113.77", 900))
        with self.time_flying():
            self.assertTrue(self.driver.delete_record(first))
            self.driver.update_zone(zone, ttl=1200)
        self.assertEqual(self.driver.get_zone(zone.id).ttl, 1200)
        self.assertNotIn(first.id, [each.id for each in self.driver.list_records(zone)])
        kept = self.kept("libcloud.example")
        self.assertEqual(str(kept["id"]), zone.id)
        with self.time_flying():
            self.assertTrue(self.driver.delete_zone(zone))
        self.assertIsNone(self.kept("libcloud.example"))
        with self.assertRaises(ZoneDoesNotExistError):
            self.driver.get_zone(zone.id)

    def test_what_the_job_refuses(self):
        extra = {"email": "lead@agency.example"}
        with self.time_flying():
            zone = self.driver.create_zone("twice.example", extra=extra)
            with self.assertRaisesRegex(LibcloudError, "(?i)exist|duplicate"):
                self.driver.create_zone("twice.example", extra=extra)
            self.driver.delete_zone(zone)
        with self.assertRaisesRegex(BaseHTTPError, "not a valid domain name"):
            self.driver.create_zone("no name", extra=extra)

    def test_zones_to_the_last_page(self):
        with self.time_flying():
            made = [
                self.driver.create_zone(
                    f"zone-{number}.example", extra={"email": "lead@agency.example"}
                )
                for number in range(3)
            ]
        kept = {each["name"] for each in self.cloud.state()["dns"]["domains"]}
        self.assertEqual({each.domain for each in self.driver.list_zones()}, kept)
        with self.time_flying():
            for each in made:
                self.driver.delete_zone(each)


if __name__ == "__main__":
    unittest.main()
