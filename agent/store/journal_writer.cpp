#include "agent/store/journal_writer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>

namespace twinhelm::store
{

namespace
{

/// What a power cut may take; Journal says more.
constexpr std::chrono::seconds syncEvery{1};

} // namespace

class JournalWriter::Worker
{
public:
    Worker(Journal journal, Post post, Stored onStored, std::size_t mayWait)
        : journal_(std::move(journal)), post_(std::move(post)), mayWait_(mayWait),
          onStored_(std::make_shared<Stored>(std::move(onStored))), thread_([this] { run(); })
    {
    }

    ~Worker()
    {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    void append(wire::Event event)
    {
        {
            const std::lock_guard lock(mutex_);
            if (waiting_.size() < mayWait_) {
                waiting_.emplace_back(std::move(event));
                wake_.notify_one();
                return;
            }
        }
        tell(std::move(event),
             fail("A0482", "the journal's disk stands still; an event was passed on without being stored",
                  "look at the disk of the state folder (--state-dir); VRRP goes on without the journal"));
    }

    void whenStored(std::function<void()> done)
    {
        const std::lock_guard lock(mutex_);
        waiting_.emplace_back(std::move(done));
        wake_.notify_one();
    }

private:
    using Clock = std::chrono::steady_clock;
    using Task = std::variant<wire::Event, std::function<void()>>;

    void run()
    {
        while (true) {
            std::deque<Task> tasks;
            bool ending = false;
            {
                std::unique_lock lock(mutex_);
                const auto news = [this] { return ending_ || !waiting_.empty(); };
                if (syncAt_)
                    wake_.wait_until(lock, *syncAt_, news);
                else
                    wake_.wait(lock, news);
                tasks.swap(waiting_);
                ending = ending_;
            }
            for (auto &task : tasks)
                carryOut(std::move(task));
            if (ending) {
                journal_.sync();
                return;
            }
            if (syncAt_ && Clock::now() >= *syncAt_) {
                journal_.sync();
                syncAt_.reset();
            }
        }
    }

    void carryOut(Task task)
    {
        if (auto *done = std::get_if<std::function<void()>>(&task)) {
            post_(std::move(*done));
            return;
        }
        auto &event = std::get<wire::Event>(task);
        auto id = journal_.append(event);
        if (!syncAt_)
            syncAt_ = Clock::now() + syncEvery;
        tell(std::move(event), std::move(id));
    }

    void tell(wire::Event event, Result<std::uint64_t> id)
    {
        post_([onStored = onStored_, event = std::move(event), id = std::move(id)]() mutable {
            (*onStored)(std::move(event), std::move(id));
        });
    }

    Journal journal_;
    Post post_;
    std::size_t mayWait_;
    std::shared_ptr<Stored> onStored_;
    std::optional<Clock::time_point> syncAt_; ///< of the worker's thread
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

JournalWriter::JournalWriter(Journal journal, Post post, Stored onStored, std::size_t mayWait)
    : worker_(std::make_unique<Worker>(std::move(journal), std::move(post), std::move(onStored), mayWait))
{
}

JournalWriter::~JournalWriter() = default;

void JournalWriter::append(wire::Event event)
{
    worker_->append(std::move(event));
}

void JournalWriter::whenStored(std::function<void()> done)
{
    worker_->whenStored(std::move(done));
}

} // namespace twinhelm::store
