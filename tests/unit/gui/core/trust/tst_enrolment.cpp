#include "gui/core/trust/enrolment.h"
#include "gui/core/trust/site_ca.h"
#include "gui/core/trust/trust_error.h"
#include "tests/support/stand_in_node.h"
#include "tests/unit/gui/core/ssh/ssh_test.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

/// Enrolment over a real sshd; the node's side is openssl behind a script.
class TestEnrolment : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<StandInNode> node_;
    std::unique_ptr<SshSession> session_;

    [[nodiscard]] EnrolmentRequest request() const
    {
        EnrolmentRequest made;
        made.node = QStringLiteral("lb01");
        made.names = {QStringLiteral("10.0.0.1"), QStringLiteral("lb01.example.org")};
        made.ctl = node_->ctl();
        made.stateDir = node_->stateDir();
        return made;
    }
    Result<Enrolled> enrolNode(const EnrolmentRequest &request)
    {
        std::optional<Result<Enrolled>> result;
        const std::unique_ptr<QThread> worker(QThread::create([&, shell = session_->shell()] {
            const auto ca = SiteCa::openOrCreate(desk_->file("ca"), QStringLiteral("site"));
            result = enrol(*shell, *ca, request, QDateTime::currentDateTimeUtc());
        }));
        worker->start();
        static_cast<void>(QTest::qWaitFor([&] { return worker->isFinished(); }, 20'000));
        worker->wait();
        return *result;
    }

private slots:
    void init()
    {
        node_ = std::make_unique<StandInNode>("x");
        REQUIRE_SSHD(node_->sshd);
        desk_ = std::make_unique<Desk>();
        desk_->know(node_->sshd);
        desk_->makeAuthorizedKey(node_->sshd, "id_ed25519");
        session_ = std::make_unique<SshSession>(desk_->target(node_->sshd), &desk_->person);
    }
    void cleanup()
    {
        session_.reset();
        node_.reset();
    }

    void givesTheNodeAnIdentity()
    {
        const auto enrolled = enrolNode(request());
        VERIFY_OK(enrolled);
        QCOMPARE(node_->read("state dir/node.crt"), enrolled->certificate);
        QCOMPARE(node_->read("state dir/ca.crt").trimmed(), desk_->read("ca/ca.crt").trimmed());
        const auto days = QDateTime::currentDateTimeUtc().daysTo(enrolled->validUntil);
        QVERIFY2(days >= 364 && days <= 366, qPrintable(QString::number(days)));
        // The key stayed where it was made.
        QVERIFY(!node_->read("state dir/node.key").isEmpty());
        QVERIFY(!enrolled->certificate.contains("PRIVATE"));
    }

    void hostWithAnUnknownKeyIsNotEnrolledSilently()
    {
        QFile::remove(desk_->file("known_hosts"));
        const auto enrolled = enrolNode(request());
        QVERIFY(!enrolled);
        QCOMPARE(codeOf(enrolled.error()), QLatin1String(error::hostKeyRefused));
        QCOMPARE(desk_->person.asked.size(), 1);
        QCOMPARE(node_->read("calls"), QByteArray());
    }

    void nodeWithoutTwinhelmSaysSo()
    {
        auto wanted = request();
        wanted.ctl = QStringLiteral("/no/such/twinhelmctl");
        const auto enrolled = enrolNode(wanted);
        QVERIFY(!enrolled);
        QCOMPARE(codeOf(enrolled.error()), QLatin1String(error::nodeMadeNoRequest));
        QVERIFY(enrolled.error().mend.find("Install twinhelmd") != std::string::npos);
    }

    void requestForAnotherNodeIsNotSigned()
    {
        // A node that answers with the request of another: its script is told another name.
        const QByteArray script = node_->read("twinhelmctl");
        node_->write("twinhelmctl", QByteArray(script).replace("name=$6;", "name=lb02;"));
        const auto enrolled = enrolNode(request());
        QVERIFY(!enrolled);
        QCOMPARE(codeOf(enrolled.error()), QLatin1String(error::requestForeign));
        QVERIFY(!node_->read("calls").contains("install"));
    }

    void nodeThatRefusesItsCertificateIsHeard()
    {
        const QByteArray script = node_->read("twinhelmctl");
        node_->write("twinhelmctl", QByteArray(script).replace("cat > bundle", "echo A0465 does not fit >&2; exit 1"));
        const auto enrolled = enrolNode(request());
        QVERIFY(!enrolled);
        QCOMPARE(codeOf(enrolled.error()), QLatin1String(error::nodeTookNoIdentity));
        QVERIFY(enrolled.error().what.find("A0465 does not fit") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
