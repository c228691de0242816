#include "gui/core/live/agent_client.h"

#include <QSignalSpy>
#include <QtTest>

#include "gui/core/base/qt_text.h"
#include "tests/unit/gui/core/live/fake_agent.h"
#include "tests/unit/gui/core/live/test_pki.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using fakes::FakeAgent;
using fakes::TestPki;

namespace
{

const QString lb01 = QStringLiteral("lb01");

wire::Event makeEvent(std::uint64_t id)
{
    wire::Event event;
    event.id = id;
    event.kind = "vrrp.state";
    event.text = "lb01 became MASTER";
    return event;
}

} // namespace

class TestAgentClient : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        now_ = {1000, 1'700'000'000'000};
        agent_ = std::make_unique<FakeAgent>(pki_.issue(lb01), pki_.authority());
        agent_->state.node = "lb01";
        agent_->state.lastEventId = 10;
    }
    void cleanup()
    {
        client_.reset();
        agent_.reset();
    }

    void aStateIsHeard()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QTRY_COMPARE(client_->live().status, NodeStatus::Connected);
        QCOMPARE(client_->live().state.lastEventId, std::uint64_t{10});
        QCOMPARE(client_->live().lastHeard.wall, now_.wall);
        QVERIFY(client_->live().error.isEmpty());
    }

    void eventsComeOnceAndResumeWhereTheyStopped()
    {
        make(pki_.issue(QStringLiteral("ops")));
        client_->setLastEventId(8);
        QSignalSpy events(client_.get(), &NodeFeed::eventReceived);
        client_->start();
        QTRY_VERIFY(agent_->hasStream());
        QCOMPARE(agent_->resumedFrom, QList<QByteArray>{"8"});
        agent_->send(makeEvent(9));
        agent_->send(makeEvent(10));
        QTRY_COMPARE(events.size(), 2);
        agent_->cutStream();
        QTRY_COMPARE(agent_->resumedFrom.size(), 2);
        QCOMPARE(agent_->resumedFrom.last(), QByteArray("10"));
        agent_->send(makeEvent(10));
        agent_->send(makeEvent(11));
        QTRY_COMPARE(events.size(), 3);
        QCOMPARE(events[2][1].value<wire::Event>().id, std::uint64_t{11});
    }

    void anEventAsksForTheStateAtOnce()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QTRY_VERIFY(agent_->hasStream());
        const auto asked = agent_->statesAsked;
        QElapsedTimer taken;
        taken.start();
        agent_->send(makeEvent(11));
        QTRY_VERIFY(agent_->statesAsked > asked);
        QVERIFY2(taken.elapsed() < 800, "sooner than the next poll");
    }

    void onlyTheNewestHistoryIsAskedForAtFirst()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QTRY_VERIFY(agent_->hasStream());
        QCOMPARE(agent_->resumedFrom.first(), QByteArray("/v1/events?last=500"));
    }

    void aStateOlderThanTheEventsIsNoReasonToReadThemAgain()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QSignalSpy events(client_.get(), &NodeFeed::eventReceived);
        QTRY_VERIFY(agent_->hasStream());
        agent_->send(makeEvent(50));
        const auto asked = agent_->statesAsked;
        QTRY_VERIFY_WITH_TIMEOUT(agent_->statesAsked > asked + 3, 8000);
        QCOMPARE(events.size(), 1);
        QCOMPARE(agent_->resumedFrom.size(), 1);
    }

    void aJournalThatStartsAnewIsFollowed()
    {
        make(pki_.issue(QStringLiteral("ops")));
        client_->setLastEventId(5000);
        QSignalSpy events(client_.get(), &NodeFeed::eventReceived);
        client_->start();
        QTRY_VERIFY(agent_->hasStream());
        auto notice = makeEvent(0);
        notice.kind = "journal.restarted";
        agent_->send(notice);
        agent_->send(makeEvent(1));
        agent_->send(makeEvent(2));
        QTRY_COMPARE(events.size(), 3);
        QCOMPARE(events[0][1].value<wire::Event>().time, now_.wall);
        agent_->cutStream();
        QTRY_COMPARE(agent_->resumedFrom.size(), 2);
        QCOMPARE(agent_->resumedFrom.last(), QByteArray("2"));
    }

    void aGapIsToldAndChangesNothing()
    {
        make(pki_.issue(QStringLiteral("ops")));
        client_->setLastEventId(7);
        QSignalSpy events(client_.get(), &NodeFeed::eventReceived);
        client_->start();
        QTRY_VERIFY(agent_->hasStream());
        auto notice = makeEvent(0);
        notice.kind = "journal.gap";
        agent_->send(notice);
        agent_->send(makeEvent(6));
        agent_->send(makeEvent(90));
        QTRY_COMPARE(events.size(), 2);
        QCOMPARE(events[1][1].value<wire::Event>().id, std::uint64_t{90});
    }

    void strangersAreRefused_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("reason");
        QTest::newRow("certificate of another node") << 0 << QStringLiteral("\"lb02\"");
        QTest::newRow("certificate of another site") << 1 << QStringLiteral("not signed by this site");
        QTest::newRow("certificate that has run out") << 2 << QStringLiteral("ran out");
        QTest::newRow("right certificate, other node speaking") << 3 << QStringLiteral("\"lb02\"");
        QTest::newRow("our own certificate is of another site") << 4 << QStringLiteral("closed the connection");
        QTest::newRow("not JSON") << 5 << QStringLiteral("cannot read");
    }
    void strangersAreRefused()
    {
        QFETCH(int, kind);
        QFETCH(QString, reason);
        const TestPki other;
        switch (kind) {
        case 0: agent_ = std::make_unique<FakeAgent>(pki_.issue(QStringLiteral("lb02")), pki_.authority()); break;
        case 1: agent_ = std::make_unique<FakeAgent>(other.issue(lb01), pki_.authority()); break;
        case 2: agent_ = std::make_unique<FakeAgent>(pki_.issue(lb01, -60), pki_.authority()); break;
        case 3: agent_->state.node = "lb02"; break;
        case 5: agent_->rawState = "<html>"; break;
        default: break;
        }
        start(kind == 4 ? other.issue(QStringLiteral("ops")) : pki_.issue(QStringLiteral("ops")));
        QTRY_VERIFY(!client_->live().error.isEmpty());
        QCOMPARE(client_->live().status, NodeStatus::Connecting);
        QVERIFY2(client_->live().error.contains(lb01), qPrintable(client_->live().error));
        QVERIFY2(client_->live().error.contains(reason), qPrintable(client_->live().error));
        QVERIFY(!client_->live().everHeard());
    }

    void withoutACertificateItSaysSo()
    {
        make(std::nullopt);
        client_->start();
        QTRY_VERIFY(client_->live().error.contains(QStringLiteral("enrolled")));
        QCOMPARE(agent_->statesAsked, 0);
        bool refused = false;
        client_->handover(QStringLiteral("VI_1"), [&refused](const auto &answer) { refused = !answer; });
        QVERIFY(refused);
        client_->setCredentials(credentials(pki_.issue(QStringLiteral("ops"))));
        QTRY_COMPARE(client_->live().status, NodeStatus::Connected);
    }

    void aSilentAgentBecomesUnknown()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QTRY_COMPARE(client_->live().status, NodeStatus::Connected);
        agent_->mute = true;
        agent_->cutStream();
        now_.steadyMs += silenceLimitMs;
        QTRY_COMPARE(client_->live().status, NodeStatus::Unknown);
        QVERIFY(!client_->live().error.isEmpty());
        agent_->mute = false;
        QTRY_COMPARE_WITH_TIMEOUT(client_->live().status, NodeStatus::Connected, 10000);
        QVERIFY(client_->live().error.isEmpty());
    }

    void nobodyListeningIsToldAsSuch()
    {
        const auto port = agent_->port();
        agent_.reset();
        make(pki_.issue(QStringLiteral("ops")), port);
        client_->start();
        QTRY_VERIFY(client_->live().error.contains(QStringLiteral("refuses the connection")));
    }

    void commandsAreAnswered()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QTRY_COMPARE(client_->live().status, NodeStatus::Connected);
        agent_->posts["/v1/instances/VI_1/handover"] = {200, "{}"};
        agent_->posts["/v1/instances/VI_1/release"] = {
            409, R"({"code":"A0401","what":"VI_1 is not held back.","mend":"Nothing to do."})"};
        agent_->posts["/v1/reload"] = {200, R"({"ok":false,"node":"lb01","diagnostics":[{"code":"K0201","line":3}]})"};
        std::optional<Result<void>> handed;
        std::optional<Result<void>> released;
        std::optional<Result<wire::CheckReport>> reloaded;
        client_->handover(QStringLiteral("VI_1"), [&](const auto &answer) { handed = answer; });
        client_->release(QStringLiteral("VI_1"), [&](const auto &answer) { released = answer; });
        client_->reload([&](const auto &answer) { reloaded = answer; });
        QTRY_VERIFY(handed && released && reloaded);
        QVERIFY(handed->has_value());
        QVERIFY(!released->has_value());
        QCOMPARE(released->error().code, std::string("A0401"));
        QCOMPARE(released->error().what, std::string("VI_1 is not held back."));
        QVERIFY(reloaded->has_value());
        QVERIFY(!(*reloaded)->ok);
        QCOMPARE((*reloaded)->diagnostics.size(), std::size_t{1});
    }

    void oddInstanceNamesStayOneSegment()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QTRY_COMPARE(client_->live().status, NodeStatus::Connected);
        std::optional<Result<void>> done;
        client_->handover(QStringLiteral("a/b c?"), [&](const auto &answer) { done = answer; });
        QTRY_VERIFY(done);
        QCOMPARE(agent_->posted, QList<QByteArray>{"/v1/instances/a%2Fb%20c%3F/handover"});
    }

    void garbageInTheStreamDoesNoHarm()
    {
        start(pki_.issue(QStringLiteral("ops")));
        QSignalSpy events(client_.get(), &NodeFeed::eventReceived);
        QTRY_VERIFY(agent_->hasStream());
        agent_->sendRaw("data: {\n\ndata: [1]\n\nevent: x\nid: 99\ndata: \"\n\n");
        agent_->send(makeEvent(12));
        QTRY_COMPARE(events.size(), 1);
        agent_->sendRaw(QByteArray(2 * 1024 * 1024, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(agent_->resumedFrom.size(), 2, 8000);
    }

    void backOffDoublesToFiveSeconds()
    {
        QCOMPARE(AgentClient::backOffMs(0), 250);
        QCOMPARE(AgentClient::backOffMs(1), 250);
        QCOMPARE(AgentClient::backOffMs(2), 500);
        QCOMPARE(AgentClient::backOffMs(5), 4000);
        QCOMPARE(AgentClient::backOffMs(6), 5000);
        QCOMPARE(AgentClient::backOffMs(1000), 5000);
    }

private:
    [[nodiscard]] AgentCredentials credentials(const fakes::Identity &own) const
    {
        return {own.certificate, own.key, {pki_.authority()}};
    }
    void make(const std::optional<fakes::Identity> &own, int port = 0)
    {
        const AgentAddress address{lb01, QStringLiteral("127.0.0.1"), port ? port : agent_->port()};
        client_ = std::make_unique<AgentClient>(address, [this] { return now_; });
        if (own)
            client_->setCredentials(credentials(*own));
    }
    void start(const fakes::Identity &own)
    {
        make(own);
        client_->start();
    }

    TestPki pki_;
    Instant now_;
    std::unique_ptr<FakeAgent> agent_;
    std::unique_ptr<AgentClient> client_;
};

QTEST_GUILESS_MAIN(TestAgentClient)
#include "tst_agent_client.moc"
