#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "gui/core/trust/site_ca.h"
#include "gui/core/trust/trust_error.h"
#include "tests/support/test_sshd.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

namespace
{

const QDateTime now = QDateTime::currentDateTimeUtc();

QString words(const QByteArray &text)
{
    return QString::fromUtf8(text);
}

QByteArray openssl(const QString &arguments)
{
    return outputOf(QStringLiteral("openssl"), arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace

/// Judged by the openssl program, not by the code that made the certificates.
class TestSiteCa : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> folder_;

    [[nodiscard]] QString file(const char *name) const { return folder_->filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile in(file(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    [[nodiscard]] Result<SiteCa> ca() const { return SiteCa::openOrCreate(file("ca"), QStringLiteral("Zürich")); }
    /// A request as a node makes it; `san` as openssl.cnf writes it.
    [[nodiscard]] QByteArray request(const QString &name, const QString &san,
                                     const QString &key = QStringLiteral("ec -pkeyopt ec_paramgen_curve:P-256")) const
    {
        const QString extension = san.isEmpty() ? QString() : QStringLiteral(" -addext subjectAltName=") + san;
        return openssl(QStringLiteral("req -new -nodes -newkey %1 -keyout %2 -subj %3%4")
                           .arg(key, file("node.key"), name, extension));
    }
    [[nodiscard]] QString refusal(const QByteArray &csr) const
    {
        const auto made = ca()->signNode(csr, QStringLiteral("lb01"),
                                         {QStringLiteral("10.0.0.1"), QStringLiteral("lb01.example.org")}, now);
        return made ? QStringLiteral("signed") : QString::fromStdString(made.error().code);
    }

private slots:
    void init()
    {
        if (openssl(QStringLiteral("version")).isEmpty())
            QSKIP("no openssl program: install the package openssl");
        folder_ = std::make_unique<QTemporaryDir>();
    }

    void isMadeOnceForItsOwnerOnly()
    {
        const auto first = ca();
        QVERIFY2(first, first ? "" : first.error().what.c_str());
        const auto second = ca();
        QVERIFY(second);
        QCOMPARE(second->certificate(), first->certificate());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file("ca/ca.key")) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(file("ca")) & others, QFile::Permissions());
        QCOMPARE(first->certificate(), read("ca/ca.crt"));
        const QString text = words(openssl(QStringLiteral("x509 -noout -text -in ") + file("ca/ca.crt")));
        QVERIFY(text.contains(QStringLiteral("CA:TRUE, pathlen:0")));
        QVERIFY(text.contains(QStringLiteral("ASN1 OID: prime256v1")));
        const QString print =
            words(openssl(QStringLiteral("x509 -noout -fingerprint -sha256 -in ") + file("ca/ca.crt")));
        QVERIFY(print.trimmed().endsWith(first->fingerprint(), Qt::CaseInsensitive));
    }

    void halfOfItIsRefused()
    {
        QVERIFY(ca());
        QFile::remove(file("ca/ca.key"));
        const auto opened = ca();
        QVERIFY(!opened);
        QCOMPARE(QString::fromStdString(opened.error().code), QLatin1String(error::caIncomplete));
        QVERIFY(!QFile::exists(file("ca/ca.key")));
    }

    void keyThatOthersCanReadIsRefused()
    {
        QVERIFY(ca());
        QFile::setPermissions(file("ca/ca.key"), QFile::ReadOwner | QFile::ReadOther);
        const auto opened = ca();
        QVERIFY(!opened);
        QCOMPARE(QString::fromStdString(opened.error().code), QLatin1String(error::caExposed));
    }

    void keyOfAnotherCaIsRefused()
    {
        QVERIFY(ca());
        const auto other = SiteCa::openOrCreate(file("other"), QStringLiteral("other"));
        QVERIFY(other);
        QFile::remove(file("ca/ca.crt"));
        QVERIFY(QFile::copy(file("other/ca.crt"), file("ca/ca.crt")));
        const auto opened = ca();
        QVERIFY(!opened);
        QCOMPARE(QString::fromStdString(opened.error().code), QLatin1String(error::caBroken));
    }

    void folderThatCannotBeWrittenIsSaidSo()
    {
        const auto opened = SiteCa::openOrCreate(QStringLiteral("/proc/nowhere"), QStringLiteral("x"));
        QVERIFY(!opened);
        QCOMPARE(QString::fromStdString(opened.error().code), QLatin1String(error::caNotWritten));
    }

    void signsANode()
    {
        const auto csr = request(QStringLiteral("/CN=lb01"), QStringLiteral("DNS:lb01,IP:10.0.0.1"));
        const auto made = ca()->signNode(csr, QStringLiteral("lb01"), {QStringLiteral("10.0.0.1")}, now);
        QVERIFY2(made, made ? "" : made.error().what.c_str());
        write("node.crt", *made);
        const QString verify = QStringLiteral("verify -x509_strict -CAfile %1 -purpose %2 %3 %4");
        const auto good = [&](const char *purpose, const char *more) {
            return words(openssl(verify.arg(file("ca/ca.crt"), QLatin1String(purpose), QLatin1String(more),
                                            file("node.crt"))))
                .endsWith(QStringLiteral(": OK\n"));
        };
        QVERIFY(good("sslserver", "-verify_hostname lb01"));
        QVERIFY(good("sslserver", "-verify_ip 10.0.0.1"));
        QVERIFY(!good("sslserver", "-verify_hostname lb02"));
        QVERIFY(!good("sslserver", "-verify_ip 10.0.0.2"));
        QVERIFY(!good("sslclient", ""));
        // One year, from an hour ago for clocks that are behind.
        const auto at = [&](qint64 days) {
            return QStringLiteral("-attime %1").arg(now.addDays(days).toSecsSinceEpoch()).toLatin1();
        };
        QVERIFY(good("sslserver", at(360).constData()));
        QVERIFY(!good("sslserver", at(370).constData()));
        QVERIFY(!good("sslserver", at(-1).constData()));
        // It is for the key that the node kept.
        QCOMPARE(openssl(QStringLiteral("x509 -noout -pubkey -in ") + file("node.crt")),
                 openssl(QStringLiteral("pkey -pubout -in ") + file("node.key")));
    }

    void nodeNameIsAlwaysInTheCertificate()
    {
        const auto made = ca()->signNode(request(QStringLiteral("/CN=lb01"), {}), QStringLiteral("lb01"), {}, now);
        QVERIFY(made);
        write("node.crt", *made);
        QVERIFY(words(openssl(QStringLiteral("x509 -noout -ext subjectAltName -in ") + file("node.crt")))
                    .contains(QStringLiteral("DNS:lb01")));
    }

    void refusesRequests_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("verdict");
        const QString foreign = QLatin1String(error::requestForeign);
        const QString broken = QLatin1String(error::requestBroken);
        const auto row = [](const char *what, const char *subject, const char *names, const QString &verdict) {
            QTest::newRow(what) << QString::fromLatin1(subject) << QString::fromLatin1(names) << verdict;
        };
        row("its own", "/CN=lb01", "DNS:lb01,DNS:LB01.example.org,IP:10.0.0.1", QStringLiteral("signed"));
        row("another node", "/CN=lb02", "DNS:lb02", foreign);
        row("another node beside its own", "/CN=lb01", "DNS:lb01,DNS:lb02", foreign);
        row("another address", "/CN=lb01", "DNS:lb01,IP:10.0.0.2", foreign);
        row("every host", "/CN=lb01", "DNS:*", foreign);
        row("an operator", "/CN=lb01/OU=operator", "DNS:lb01", broken);
        row("no common name", "/O=lb01", "DNS:lb01", broken);
        row("a mail address", "/CN=lb01", "email:root@lb01", broken);
    }
    void refusesRequests()
    {
        QFETCH(QString, subject);
        QFETCH(QString, names);
        QTEST(refusal(request(subject, names)), "verdict");
    }

    void refusesBrokenRequests()
    {
        const QString broken = QLatin1String(error::requestBroken);
        QCOMPARE(refusal({}), broken);
        QCOMPARE(refusal("twinhelmctl: no such command\n"), broken);
        QCOMPARE(refusal(request(QStringLiteral("/CN=lb01"), {}, QStringLiteral("rsa:1024"))), broken);
        // One bit of the signature.
        const QByteArray csr = request(QStringLiteral("/CN=lb01"), {});
        const qsizetype end = csr.indexOf("\n-----END");
        QByteArray der = QByteArray::fromBase64(csr.mid(csr.indexOf('\n'), end - csr.indexOf('\n')));
        der[der.size() - 1] = static_cast<char>(der[der.size() - 1] ^ 1);
        QCOMPARE(
            refusal("-----BEGIN CERTIFICATE REQUEST-----\n" + der.toBase64() + "\n-----END CERTIFICATE REQUEST-----\n"),
            broken);
    }

    void issuesTheDesksOwn()
    {
        const auto made = ca()->issueClient(QStringLiteral("ada@desk"), Role::Operator, now);
        QVERIFY(made);
        write("client.crt", made->certificate);
        const QString verified = words(openssl(QStringLiteral("verify -x509_strict -CAfile %1 -purpose sslclient %2")
                                                   .arg(file("ca/ca.crt"), file("client.crt"))));
        QVERIFY(verified.endsWith(QStringLiteral(": OK\n")));
        const QString subject = words(openssl(QStringLiteral("x509 -noout -subject -in ") + file("client.crt")));
        QVERIFY(subject.contains(QStringLiteral("CN = ada@desk")));
        QVERIFY(subject.contains(QStringLiteral("OU = operator")));
    }

    void keepsTheDesksOwnUntilItIsNoGood()
    {
        const auto authority = ca();
        const auto get = [&](const char *person, Role role, const QDateTime &at) {
            return authority->clientCredential(file("desk"), QLatin1String(person), role, at)->certificate;
        };
        const auto first = get("ada@desk", Role::Operator, now);
        QCOMPARE(get("ada@desk", Role::Operator, now), first);
        QCOMPARE(get("ada@desk", Role::Operator, now.addDays(300)), first);
        const auto renewed = get("ada@desk", Role::Operator, now.addDays(340));
        QVERIFY(renewed != first);
        const auto viewer = get("ada@desk", Role::Viewer, now);
        QVERIFY(viewer != renewed);
        QVERIFY(get("bob@desk", Role::Viewer, now) != viewer);
        const auto foreign = SiteCa::openOrCreate(file("other"), QStringLiteral("other"))
                                 ->clientCredential(file("desk"), QStringLiteral("bob@desk"), Role::Viewer, now);
        QVERIFY(foreign->certificate != get("bob@desk", Role::Viewer, now));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file("desk/client.key")) & others, QFile::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestSiteCa)
#include "tst_site_ca.moc"
