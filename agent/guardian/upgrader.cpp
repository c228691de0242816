#include "agent/guardian/upgrader.h"

#include <cerrno>

#include <boost/asio.hpp>

#include "agent/guardian/arguments.h"
#include "agent/linux/clock.h"
#include "agent/linux/memory_file.h"
#include "agent/linux/system_error.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace asio = boost::asio;

namespace
{

/// For a new program to say that it can take over, and then for a moment in which nothing is under way.
constexpr std::chrono::seconds trialPatience{20};
constexpr std::chrono::seconds settlePatience{5};
constexpr std::chrono::milliseconds lookAgain{2};

} // namespace

Upgrader::Upgrader(asio::io_context &io, House house) : io_(io), house_(std::move(house)), timer_(io) {}

void Upgrader::upgrade(const std::string &binary, std::uint64_t id)
{
    if (candidate_ || !house_.vrrp.running()) {
        house_.refused(id, {"A0193", "an upgrade is under way already, or the engine does not run at the moment",
                            "ask again in a few seconds"});
        return;
    }
    auto program = ProgramFile::open(binary.empty() ? ProgramFile::ownPath() : binary);
    auto left = makeMemoryFile(writeSuccession(house_.succession()));
    if (!program || !left) {
        house_.refused(id, program ? left.error() : program.error());
        return;
    }
    candidate_ = std::make_unique<Candidate>(io_, std::move(*program));
    candidate_->judge(roleArguments(house_.options, "trial"), std::move(*left), trialPatience,
                      [this, id](const Result<std::string> &version) {
                          if (!version) {
                              refuse(id, version.error());
                              return;
                          }
                          log::info("becoming twinhelmd " + *version + " from " + candidate_->program().path());
                          becomeWhenSettled(id, monotonicNow() + settlePatience);
                      });
}

void Upgrader::becomeWhenSettled(std::uint64_t id, TimePoint until)
{
    if (house_.vrrp.settled() && (!house_.checker.running() || house_.checker.settled()) && house_.api.settled()) {
        leave(id);
        return;
    }
    if (monotonicNow() > until) {
        refuse(id, {"A0193", "the processes of the agent are too busy for an upgrade", "ask again later"});
        return;
    }
    timer_.expires_after(lookAgain);
    timer_.async_wait([this, id, until](boost::system::error_code error) {
        if (!error)
            becomeWhenSettled(id, until);
    });
}

void Upgrader::leave(std::uint64_t id)
{
    leaving_.emplace();
    const auto keep = [this](std::optional<ChildRecord> child) {
        if (child)
            left_.push_back(std::move(*child));
    };
    house_.vrrp.detach([this, id, keep](std::optional<ChildRecord> vrrp) {
        keep(std::move(vrrp));
        house_.checker.detach([this, id, keep](std::optional<ChildRecord> checker) {
            keep(std::move(checker));
            house_.api.detach([this, id, keep](std::optional<ChildRecord> api) {
                keep(std::move(api));
                house_.journal.whenStored([this, id] { become(id); });
            });
        });
    });
}

void Upgrader::become(std::uint64_t id)
{
    auto succession = house_.succession();
    succession.children = left_;
    succession.answer = id;
    int error = ENOMEM;
    if (const auto left = makeMemoryFile(writeSuccession(succession))) {
        std::vector<int> kept{left->get(), succession.lock};
        for (const auto &child : left_)
            kept.push_back(child.channel);
        log::stop(); // its thread would end in the middle of a line
        error = candidate_->program().replaceThisProcess(successorArguments(house_.options, left->get()), kept);
        log::start("guardian", house_.options.foreground ? LogTarget::StandardError : LogTarget::Journal);
    }
    house_.takeUp(std::exchange(left_, {}));
    leaving_.reset();
    refuse(id, {"A0192", "the kernel does not run " + candidate_->program().path() + ": " + errorText(error),
                "everything goes on as before; use a twinhelmd for this machine"});
}

void Upgrader::refuse(std::uint64_t id, const Error &error)
{
    // Not from within the candidate's own callback.
    asio::post(io_, [gone = std::shared_ptr<Candidate>(std::move(candidate_))] {});
    house_.refused(id, error);
}

} // namespace twinhelm::agent
