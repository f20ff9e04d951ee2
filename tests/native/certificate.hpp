// An authority and certificates of its making, for TLS on loopback: made anew by each test.
#pragma once

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace chatops::native::testing {

struct openssl_free {
    void operator()(EVP_PKEY* what) const { EVP_PKEY_free(what); }
    void operator()(X509* what) const { X509_free(what); }
    void operator()(BIO* what) const { BIO_free(what); }
};
using pkey = std::unique_ptr<EVP_PKEY, openssl_free>;
using x509 = std::unique_ptr<X509, openssl_free>;
using bio = std::unique_ptr<BIO, openssl_free>;

inline void must(bool good) {
    if (!good) throw std::runtime_error("OpenSSL refused to make a certificate");
}

inline std::string pem_of(const x509& certificate) {
    const bio memory(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_X509(memory.get(), certificate.get()) == 1);
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

inline std::string pem_of(const pkey& key) {
    const bio memory(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) ==
         1);
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

/// A certificate with its key, both as PEM.
struct certificate {
    std::string chain;
    std::string key;
};

class authority {
  public:
    authority() : key_(EVP_EC_gen("P-256")) { own_ = make("CA:TRUE", "", key_, 3600); }

    [[nodiscard]] std::string pem() const { return pem_of(own_); }

    /// For a name as X.509 says it: `DNS:localhost`, `IP:127.0.0.1`.
    [[nodiscard]] certificate for_name(const std::string& name, long valid_seconds = 3600) const {
        const pkey key(EVP_EC_gen("P-256"));
        const x509 made = make("CA:FALSE", name, key, valid_seconds);
        return {pem_of(made), pem_of(key)};
    }

  private:
    [[nodiscard]] x509 make(const char* constraint, const std::string& name, const pkey& key,
                            long valid_seconds) const {
        static long serial = 0;
        x509 made(X509_new());
        must(X509_set_version(made.get(), 2) == 1);
        ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial);
        X509_gmtime_adj(X509_getm_notBefore(made.get()), -7200);
        X509_gmtime_adj(X509_getm_notAfter(made.get()), valid_seconds);
        must(X509_set_pubkey(made.get(), key.get()) == 1);
        X509_NAME* subject = X509_get_subject_name(made.get());
        const std::string common = name.empty() ? "authority of a test" : "server of a test";
        must(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                        reinterpret_cast<const unsigned char*>(common.c_str()), -1,
                                        -1, 0) == 1);
        must(X509_set_issuer_name(made.get(), own_ ? X509_get_subject_name(own_.get()) : subject) ==
             1);
        extend(made, NID_basic_constraints, constraint);
        if (!name.empty()) extend(made, NID_subject_alt_name, name.c_str());
        must(X509_sign(made.get(), key_.get(), EVP_sha256()) > 0);
        return made;
    }

    static void extend(const x509& made, int kind, const char* value) {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value);
        must(extension != nullptr && X509_add_ext(made.get(), extension, -1) == 1);
        X509_EXTENSION_free(extension);
    }

    pkey key_;
    x509 own_;
};

} // namespace chatops::native::testing
