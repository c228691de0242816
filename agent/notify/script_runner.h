#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "agent/linux/child_process.h"
#include "agent/vrrp/ports.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// Runs track scripts and notify commands as their own users, in process groups of their own, with nothing to read.
/// A script that exceeds its timeout is reported at once, gets SIGTERM, and SIGKILL 2 s later (keepalived).
/// Before each run the path is looked at: what does not exist, may not be executed, or is insecure while
/// enable_script_security is on, is not run, and reported as trouble once. What a script writes last goes into the
/// sentence about its failure.
/// Threading: the io_context's thread. Cost of a start: the caller stands still until the program is loaded.
class ScriptRunner final : public ScriptPort
{
public:
    using Finished = std::function<void(vrrp::ScriptFinished)>;
    using OnTrouble = std::function<void(vrrp::Trouble)>;

    ScriptRunner(boost::asio::io_context &io, Finished onFinished, OnTrouble onTrouble = {});
    ~ScriptRunner() override;

    /// For commands without a user; empty: keepalived_script if there is one, else the user of this process.
    /// Looks users up now, so that running does not wait for a directory service. `security`:
    /// enable_script_security; then there must be such a user (keepalived).
    void setDefaultUser(const std::string &user, const std::string &group, bool security = false);
    /// For others who start programs the same way. Fails as run() would; empty output: to nowhere.
    [[nodiscard]] Result<ChildProcess> start(const vrrp::Command &command, int output = -1);

    void run(const vrrp::RunScript &action) override;
    void notify(const vrrp::RunNotify &action) override;
    /// Notify commands that have not ended yet.
    [[nodiscard]] std::size_t runningNotifies() const;
    /// Kills what track scripts still run; notify commands go on.
    void killScripts();

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
