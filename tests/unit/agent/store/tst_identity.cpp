#include "agent/store/identity.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/unit/agent/test_ca.h"

using namespace twinhelm;
using test::TestCa;

class TestIdentity : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> dir_;

    [[nodiscard]] std::filesystem::path folder() const { return dir_->filePath("tls").toStdString(); }
    [[nodiscard]] std::string request() const { return *store::requestIdentity(folder(), "lb01", {"127.0.0.1"}); }
    static WallMillis now() { return WallMillis(std::time(nullptr)) * 1000; }
    [[nodiscard]] QByteArray bytes(const char *name) const
    {
        QFile file(dir_->filePath(QString("tls/") + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init() { dir_ = std::make_unique<QTemporaryDir>(); }

    void keyIsMadeOnceAndIsPrivate()
    {
        const auto first = request();
        QVERIFY(first.starts_with("-----BEGIN CERTIFICATE REQUEST-----"));
        const auto key = bytes("node.key");
        QVERIFY(store::keyFromPem(key.toStdString()));
        QCOMPARE(QFileInfo(dir_->filePath("tls/node.key")).permissions(),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
        std::ignore = request();
        QCOMPARE(bytes("node.key"), key);
    }

    void requestCarriesNameAndAddresses()
    {
        const auto pem =
            *store::requestIdentity(folder(), "lb01", {"192.0.2.11", "fe80::1", "lb01", "lb01.example.net"});
        BIO *bio = BIO_new_mem_buf(pem.data(), int(pem.size()));
        X509_REQ *request = PEM_read_bio_X509_REQ(bio, nullptr, nullptr, nullptr);
        QCOMPARE(X509_REQ_verify(request, X509_REQ_get0_pubkey(request)), 1);
        BIO *out = BIO_new(BIO_s_mem());
        X509_REQ_print(out, request);
        char *data = nullptr;
        const auto size = BIO_get_mem_data(out, &data);
        const QByteArray text(data, int(size));
        QVERIFY2(text.contains("Subject: CN=lb01\n") || text.contains("Subject: CN = lb01\n"), text);
        QVERIFY2(
            text.contains("DNS:lb01, IP Address:192.0.2.11, IP Address:FE80:0:0:0:0:0:0:1, DNS:lb01.example.net\n"),
            text);
        QVERIFY2(text.contains("prime256v1"), text);
        BIO_free(out);
        BIO_free(bio);
        X509_REQ_free(request);
    }

    void strangeNamesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("injection") << QByteArray("a,IP:1.2.3.4");
        QTest::newRow("section") << QByteArray("@section");
        QTest::newRow("new line") << QByteArray("a\nb");
        QTest::newRow("too long for a common name") << QByteArray(65, 'a');
    }
    void strangeNamesAreRefused()
    {
        QFETCH(QByteArray, name);
        const auto request = store::requestIdentity(folder(), name.toStdString(), {});
        QVERIFY(!request);
        QCOMPARE(request.error().code, std::string("A0462"));
    }

    void installedIdentityIsLoaded()
    {
        QCOMPARE(store::loadIdentity(folder()).error().code, std::string("A0468"));
        const TestCa ca("Site");
        const auto certificate = ca.sign(request());
        QCOMPARE(store::loadIdentity(folder()).error().code, std::string("A0468"));
        // Order and chatter around the certificates do not matter.
        const auto facts =
            store::installIdentity(folder(), "site:\n" + ca.certificate() + "node:\n" + certificate, now());
        QVERIFY2(facts, facts ? "" : facts.error().what.c_str());
        QCOMPARE(facts->commonName, std::string("lb01"));
        QCOMPARE(facts->issuer, std::string("Site"));
        QCOMPARE(facts->names, (std::vector<std::string>{"lb01", "127.0.0.1"}));
        const auto identity = store::loadIdentity(folder());
        QVERIFY(identity);
        QCOMPARE(identity->facts.sha256, facts->sha256);
        QCOMPARE(identity->authoritiesPem, ca.certificate());
        QCOMPARE(QDir(dir_->filePath("tls")).entryList(QDir::Files, QDir::Name),
                 QStringList({"ca.crt", "node.crt", "node.key"}));
    }

    void whatDoesNotFitIsRefusedAndTheOldStays_data()
    {
        QTest::addColumn<int>("mistake");
        QTest::addColumn<QString>("code");
        QTest::newRow("another key") << 0 << "A0465";
        QTest::newRow("no CA") << 1 << "A0467";
        QTest::newRow("another CA") << 2 << "A0464";
        QTest::newRow("expired") << 3 << "A0464";
        QTest::newRow("not yet valid") << 4 << "A0464";
        QTest::newRow("a desk's certificate") << 5 << "A0464";
        QTest::newRow("a stranger's certificate beside it") << 6 << "A0466";
        QTest::newRow("not PEM") << 7 << "A0463";
        QTest::newRow("empty") << 8 << "A0463";
        QTest::newRow("half a certificate") << 9 << "A0463";
    }
    void whatDoesNotFitIsRefusedAndTheOldStays()
    {
        QFETCH(int, mistake);
        QFETCH(QString, code);
        const TestCa ca;
        const auto csr = request();
        QVERIFY(store::installIdentity(folder(), ca.sign(csr) + ca.certificate(), now()));
        const auto before = bytes("node.crt") + bytes("ca.crt");
        const std::vector<std::string> texts{
            ca.issue({"lb01", {}, "serverAuth"}).certificate + ca.certificate(),
            ca.sign(csr),
            ca.sign(csr) + TestCa().certificate(),
            ca.sign(csr, -7200, -3600) + ca.certificate(),
            ca.sign(csr, 3600, 7200) + ca.certificate(),
            ca.sign(csr, -3600, 3600, "clientAuth") + ca.certificate(),
            ca.sign(csr) + ca.certificate() + ca.issue({"x", {}, "clientAuth"}).certificate,
            "hello",
            "",
            ca.sign(csr).substr(0, 200),
        };
        const auto installed = store::installIdentity(folder(), texts[std::size_t(mistake)], now());
        QVERIFY(!installed);
        QCOMPARE(QString::fromStdString(installed.error().code), code);
        QVERIFY(!installed.error().mend.empty());
        QCOMPARE(bytes("node.crt") + bytes("ca.crt"), before);
    }

    void aKeyWithPassPhraseIsRefusedWithoutAsking()
    {
        const char *pem = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBDb\n"
                          "-----END ENCRYPTED PRIVATE KEY-----\n";
        QCOMPARE(store::keyFromPem(pem).error().code, std::string("A0461"));
    }
};

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
