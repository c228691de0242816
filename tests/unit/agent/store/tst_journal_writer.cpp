#include "agent/store/journal_reader.h"
#include "agent/store/journal_writer.h"

#include <condition_variable>
#include <deque>
#include <mutex>

#include <QTemporaryDir>
#include <QtTest>

using namespace twinhelm;
using store::Journal;
using store::JournalWriter;

namespace
{

wire::Event rowOf(const std::string &text)
{
    wire::Event out;
    out.kind = "vrrp.state";
    out.text = text;
    return out;
}

/// The owner's loop: runs what the writer posts, when it is told to.
class Loop
{
public:
    void post(std::function<void()> work)
    {
        const std::lock_guard lock(mutex_);
        posted_.push_back(std::move(work));
        came_.notify_one();
    }
    void runOne()
    {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [this] { return !posted_.empty(); });
        const auto work = std::move(posted_.front());
        posted_.pop_front();
        lock.unlock();
        work();
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<std::function<void()>> posted_;
};

} // namespace

class TestJournalWriter : public QObject
{
    Q_OBJECT

    QTemporaryDir dir_;
    int folders_ = 0;
    Loop loop_;
    std::vector<std::pair<std::string, std::uint64_t>> stored_;
    std::vector<std::string> refused_;
    std::filesystem::path folder_;

    std::unique_ptr<JournalWriter> makeWriter(std::size_t mayWait = 100)
    {
        folder_ = dir_.filePath(QString::number(++folders_)).toStdString();
        stored_.clear();
        refused_.clear();
        return std::make_unique<JournalWriter>(
            *Journal::open({.directory = folder_, .bootId = "boot"}),
            [this](std::function<void()> work) { loop_.post(std::move(work)); },
            [this](const wire::Event &event, const Result<std::uint64_t> &id) {
                if (id)
                    stored_.emplace_back(event.text, *id);
                else
                    refused_.push_back(id.error().code);
            },
            mayWait);
    }

private slots:
    void tellsIdsInOrder()
    {
        const auto writer = makeWriter();
        writer->append(rowOf("a"));
        writer->append(rowOf("b"));
        loop_.runOne();
        loop_.runOne();
        QCOMPARE(stored_, (std::vector<std::pair<std::string, std::uint64_t>>{{"a", 1}, {"b", 2}}));
    }

    void whatWasAppendedBeforeIsStoredByThen()
    {
        const auto writer = makeWriter();
        bool done = false;
        writer->append(rowOf("a"));
        writer->whenStored([&] { done = true; });
        loop_.runOne();
        QVERIFY(!done);
        QCOMPARE(stored_.size(), 1U);
        loop_.runOne();
        QVERIFY(done);
    }

    void theEndStoresWhatWaits()
    {
        auto writer = makeWriter();
        for (int i = 0; i < 50; ++i)
            writer->append(rowOf("row"));
        writer.reset();
        QCOMPARE(store::JournalReader(folder_).read(0, 100).size(), 50U);
        for (int i = 0; i < 50; ++i)
            loop_.runOne(); // what was posted is harmless afterwards
    }

    void moreThanMayWaitIsToldAndPassedOn()
    {
        const auto writer = makeWriter(0);
        writer->append(rowOf("a"));
        loop_.runOne();
        QCOMPARE(refused_, std::vector<std::string>{"A0482"});
        QVERIFY(stored_.empty());
    }
};

QTEST_GUILESS_MAIN(TestJournalWriter)
#include "tst_journal_writer.moc"
