#include "agent/api/event_cursor.h"

#include <QTemporaryDir>
#include <QtTest>

#include "agent/store/journal.h"

using namespace twinhelm;
using api::EventCursor;
using api::Feed;
using api::GetEvents;

/// Journal and tail in every relation to each other; the client must see each event once, in order.
class TestEventCursor : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> dir_;
    std::unique_ptr<store::Journal> journal_;
    std::unique_ptr<Feed> feed_;

    void prepare(std::size_t tail, unsigned segments = 64, std::uint64_t segmentBytes = 1U << 20U)
    {
        dir_ = std::make_unique<QTemporaryDir>();
        const auto folder = std::filesystem::path(dir_->path().toStdString());
        journal_ =
            std::make_unique<store::Journal>(*store::Journal::open({folder, "boot-1", segmentBytes, segments, 1000}));
        feed_ = std::make_unique<Feed>(store::JournalReader(folder), tail);
    }

    static wire::Event event()
    {
        wire::Event out;
        out.kind = "vrrp.state";
        out.bootId = "boot-1";
        return out;
    }

    /// Stored and relayed.
    void happen(int count)
    {
        for (int i = 0; i < count; ++i) {
            auto one = TestEventCursor::event();
            one.id = *journal_->append(one);
            feed_->takeEvent(one);
        }
    }

    static QList<quint64> idsOf(const std::string &text)
    {
        QList<quint64> out;
        for (const auto &line : QString::fromStdString(text).split('\n')) {
            if (line.startsWith("id: "))
                out << line.mid(4).toULongLong();
        }
        return out;
    }

    static QList<quint64> drain(EventCursor &cursor, std::size_t bytes = 500)
    {
        QList<quint64> out;
        for (auto text = cursor.next(bytes); !text.empty(); text = cursor.next(bytes))
            out << idsOf(text);
        return out;
    }

    static QList<quint64> range(quint64 first, quint64 last)
    {
        QList<quint64> out;
        for (auto id = first; id <= last; ++id)
            out << id;
        return out;
    }

private slots:
    void everyStartSeesTheRestOnce()
    {
        prepare(10);
        happen(30);
        for (std::uint64_t after = 0; after <= 30; ++after) {
            EventCursor cursor(*feed_, {after, {}, true});
            QCOMPARE(drain(cursor), range(after + 1, 30));
        }
    }

    void aReaderThatFallsBehindIsFedFromTheJournal()
    {
        prepare(5);
        EventCursor cursor(*feed_, {});
        happen(2);
        QCOMPARE(idsOf(cursor.next(1)), QList<quint64>({1}));
        happen(40);
        QCOMPARE(drain(cursor), range(2, 42));
        happen(1);
        QCOMPARE(drain(cursor), QList<quint64>({43}));
    }

    void whatIsStoredButNotYetRelayedIsSentOnce()
    {
        prepare(10);
        happen(3);
        auto early = event();
        early.id = *journal_->append(early);
        EventCursor cursor(*feed_, {1, {}, true});
        QCOMPARE(drain(cursor), range(2, 4));
        feed_->takeEvent(early);
        QCOMPARE(drain(cursor), QList<quint64>());
        happen(1);
        QCOMPARE(drain(cursor), QList<quint64>({5}));
    }

    void anEventTheJournalCouldNotStoreIsSeenLive()
    {
        prepare(10);
        happen(1);
        EventCursor cursor(*feed_, {});
        feed_->takeEvent(event());
        const auto text = cursor.next(1000);
        QVERIFY(QString::fromStdString(text).startsWith("event: vrrp.state\ndata: {\"id\":0,"));
        QVERIFY(cursor.next(1000).empty());
    }

    void rotatedRowsAreTold()
    {
        prepare(2, 2, 200);
        happen(30);
        const auto oldest = store::JournalReader(dir_->path().toStdString()).firstId();
        QVERIFY(oldest > 3);
        EventCursor cursor(*feed_, {1, {}, true});
        const auto notice = QString::fromStdString(cursor.next(1000));
        QVERIFY2(notice.startsWith("event: journal.gap\ndata: "), qPrintable(notice));
        QCOMPARE(drain(cursor), range(oldest, 30));
        EventCursor all(*feed_, {0, {}, true});
        QCOMPARE(drain(all), range(oldest, 30));
    }

    void theLastFew()
    {
        prepare(2);
        happen(9);
        EventCursor cursor(*feed_, {{}, 4, true});
        QCOMPARE(drain(cursor), range(6, 9));
    }

    void aKindCannotAddFields()
    {
        wire::Event hostile;
        hostile.kind = "x\nid: 99";
        QCOMPARE(idsOf(api::toServerSentEvent(hostile)), QList<quint64>());
    }
};

QTEST_APPLESS_MAIN(TestEventCursor)
#include "tst_event_cursor.moc"
