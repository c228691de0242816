#include "gui/core/history/history.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include "gui/core/base/file.h"
#include "gui/core/history/migrations.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

wire::Event makeEvent(std::uint64_t id, WallMillis time)
{
    wire::Event event;
    event.id = id;
    event.time = time;
    event.monotonicNs = 17;
    event.bootId = "boot";
    event.kind = "vrrp.state";
    event.severity = "notice";
    event.subject = "VI_1";
    event.cause = "master_down";
    event.text = "ä became \"MASTER\"; '";
    event.details = {{"from", "BACKUP"}, {"to", "MASTER"}};
    return event;
}

const QString lb01 = QStringLiteral("lb01");
const QString lb02 = QStringLiteral("lb02");

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { folder_.reset(); }

    void eventsSurviveTheDesk()
    {
        {
            auto history = *History::open(path());
            history->addEvent(lb01, makeEvent(1, 100));
            history->addEvent(lb02, makeEvent(7, 300));
            history->addEvent(lb01, makeEvent(2, 200));
            history->addEvent(lb01, makeEvent(2, 200));
            QCOMPARE(history->lastEventId(lb01), quint64{2});
        }
        auto history = *History::open(path());
        const auto events = history->events(10);
        QCOMPARE(events.size(), std::size_t{3});
        QCOMPARE(events[0], (StoredEvent{lb02, makeEvent(7, 300)}));
        QCOMPARE(events[1], (StoredEvent{lb01, makeEvent(2, 200)}));
        QCOMPARE(history->lastEventId(lb01), quint64{2});
        QCOMPARE(history->lastEventId(lb02), quint64{7});
        QCOMPARE(history->lastEventId(QStringLiteral("lb03")), quint64{0});
        QCOMPARE(history->events(1).size(), std::size_t{1});
        QCOMPARE(history->events(10, 200).size(), std::size_t{1});
    }

    void aJournalThatStartsAnewIsFollowed()
    {
        auto history = *History::open(path());
        history->addEvent(lb01, makeEvent(500, 100));
        history->addEvent(lb01, makeEvent(1, 900));
        history->addEvent(lb01, makeEvent(0, 950)); // a notice, not from the journal
        QCOMPARE(history->lastEventId(lb01), quint64{1});
        QCOMPARE(history->events(10).size(), std::size_t{3});
    }

    void manyEventsAreOneWrite()
    {
        auto history = *History::open(path());
        QSignalSpy problems(history.get(), &History::problem);
        for (std::uint64_t i = 1; i <= 2000; ++i)
            history->addEvent(lb01, makeEvent(i, static_cast<WallMillis>(i)));
        QCOMPARE(history->events(5000).size(), std::size_t{2000});
        history->forgetEventsBefore(1001);
        QCOMPARE(history->events(5000).size(), std::size_t{1000});
        QCOMPARE(problems.size(), 0);
    }

    void deploysAreKept()
    {
        const DeployRecord deploy{
            100,  QStringLiteral("web"),  QStringLiteral("ops@desk"), QStringLiteral("Set priority"), {lb01, lb02},
            true, QStringLiteral("done"), QStringLiteral("ab")};
        auto later = deploy;
        later.time = 200;
        later.ok = false;
        auto history = *History::open(path());
        history->addDeploy(deploy);
        history->addDeploy(later);
        history->addDeploy(DeployRecord{});
        QCOMPARE(history->deploys(2), (std::vector<DeployRecord>{later, deploy}));
        QCOMPARE(history->deploys(10).size(), std::size_t{3});
    }

    void anOlderFileIsBroughtUpToDate()
    {
        makeFileOf(1);
        auto history = History::open(path());
        QVERIFY2(history, history ? "" : history.error().what.c_str());
        (*history)->addDeploy({});
        QCOMPARE((*history)->deploys(5).size(), std::size_t{1});
    }

    void aNewerFileIsLeftAlone()
    {
        makeFileOf(newestSchemaVersion() + 1);
        const auto history = History::open(path());
        QVERIFY(!history);
        QVERIFY(history.error().what.find("newer") != std::string::npos);
    }

    void whatIsNoDatabaseIsRefused()
    {
        QVERIFY(writeFile(path(), QByteArray(5000, 'x')));
        QVERIFY(!History::open(path()));
        QCOMPARE(readFile(path()).value_or(QByteArray()).size(), 5000);
        QVERIFY(!History::open(folder_->filePath(QStringLiteral("no/such/folder/h.sqlite"))));
    }

private:
    [[nodiscard]] QString path() const { return folder_->filePath(QStringLiteral("history.sqlite")); }

    /// A file as the first `version` migrations left it.
    void makeFileOf(int version)
    {
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QVERIFY(migrate(database));
            QSqlQuery query(database);
            if (version < newestSchemaVersion()) {
                QVERIFY(query.exec(QStringLiteral("DROP TABLE deploys")));
                QVERIFY(query.exec(QStringLiteral("DELETE FROM schema_version WHERE version > %1").arg(version)));
            } else {
                QVERIFY(query.exec(QStringLiteral("INSERT INTO schema_version (version) VALUES (%1)").arg(version)));
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("old"));
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
