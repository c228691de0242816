#include <QtTest>

#include <boost/json.hpp>

#include "agent/guardian/succession.h"

using namespace twinhelm;
using namespace twinhelm::agent;
namespace json = boost::json;

namespace
{

Succession whole()
{
    Succession out;
    out.fromVersion = "1.2.3";
    out.configuration = {"/etc/keepalived/keepalived.conf",
                         "lb01",
                         "include more.conf\n",
                         {{"/etc/keepalived/more.conf", "global_defs {\n}\n"}},
                         {{"/etc/keepalived/more.conf", {"/etc/keepalived/more.conf"}}}};
    out.config = {"/etc/keepalived/keepalived.conf", "ab12", 7, 1000, "line 3: no", "cd34", 2000};
    out.startedAt = TimePoint(std::chrono::seconds(5));
    out.lock = 9;
    ChildRecord child;
    child.state = {"vrrp", 4711, "running", 2, 3000};
    child.channel = 12;
    child.unread = std::string("{\"kind\":\"ev\xc3", 13); // in the middle of a character
    child.unsent = "{}\n";
    out.children = {child};
    out.answer = 33;
    return out;
}

} // namespace

class TestSuccession : public QObject
{
    Q_OBJECT

private slots:
    void everythingComesBack()
    {
        const auto before = whole();
        const auto after = parseSuccession(writeSuccession(before));
        QVERIFY2(after, after ? "" : after.error().what.c_str());
        QCOMPARE(after->fromVersion, before.fromVersion);
        QVERIFY(after->configuration == before.configuration);
        QVERIFY(after->config == before.config);
        QVERIFY(after->startedAt == before.startedAt);
        QCOMPARE(after->lock, before.lock);
        QCOMPARE(after->answer, before.answer);
        QCOMPARE(after->children.size(), std::size_t(1));
        QVERIFY(after->children[0].state == before.children[0].state);
        QCOMPARE(after->children[0].channel, 12);
        QCOMPARE(after->children[0].unread, before.children[0].unread);
        QCOMPARE(after->children[0].unsent, before.children[0].unsent);
    }

    void withoutAnAnswerNobodyWaits()
    {
        auto before = whole();
        before.answer.reset();
        QVERIFY(!parseSuccession(writeSuccession(before))->answer);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const auto good = writeSuccession(whole());
        const auto with = [&](const char *key, const json::value &value) {
            auto changed = json::parse(good);
            changed.as_object()[key] = value;
            return QString::fromStdString(json::serialize(changed));
        };
        QTest::newRow("empty") << "";
        QTest::newRow("no JSON") << "hello";
        QTest::newRow("no object") << "[]";
        QTest::newRow("nothing in it") << "{}";
        QTest::newRow("cut off") << QString::fromStdString(good.substr(0, good.size() / 2));
        QTest::newRow("a later format") << with("format", 1000);
        QTest::newRow("no configuration") << with("configuration", json::object{});
        QTest::newRow("children of another kind") << with("children", json::array{1});
        QTest::newRow("a lock that is no number") << with("lock", "nine");
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, text);
        const auto read = parseSuccession(text.toStdString());
        QVERIFY(!read);
        QVERIFY(!read.error().what.empty() && !read.error().mend.empty());
    }

    void theReadyLineNamesTheVersion()
    {
        QCOMPARE(versionInReadyLine(readyLine() + "\nmore\n"), std::optional(std::string(TWINHELM_VERSION)));
        QVERIFY(!versionInReadyLine(""));
        QVERIFY(!versionInReadyLine("twinhelmd 1.0"));
        QVERIFY(!versionInReadyLine("twinhelmd can take over, version "));
        QVERIFY(!versionInReadyLine("\n" + readyLine()));
    }
};

QTEST_APPLESS_MAIN(TestSuccession)
#include "tst_succession.moc"
