#pragma once

#include <list>
#include <memory>
#include <string>

#include "tests/lab/engine.h"
#include "tests/lab/lab.h"
#include "tests/lab/outage_meter.h"

namespace twinhelm::demo
{

/// A pair from the manual, alive: two balancers with a real sshd and twinhelmd under the pair's own files, web
/// servers behind them where the pair has them, a client that asks the VIP, and the desk's host.
/// The nodes have no identity yet: the desk has to enrol them, as with any new site.
/// Needs root. Errors: std::runtime_error with one line for a person.
class DemoPair
{
public:
    /// `configOf` gives each node's keepalived.conf as its author wrote it.
    DemoPair(lab::LabOptions options, std::string (*configOf)(const std::string &node));

    /// keepalived with nginx (seed 000) and hot standby (seed 004).
    static std::unique_ptr<DemoPair> nginxPair();
    static std::unique_ptr<DemoPair> hotStandby();

    [[nodiscard]] lab::Lab &lab() { return lab_; }
    [[nodiscard]] lab::OutageMeter &meter() { return *meter_; }
    [[nodiscard]] const std::string &configOf(const std::string &node) const;
    /// Private key that opens root's SSH on both nodes.
    [[nodiscard]] const std::filesystem::path &sshKey() const { return sshKey_; }
    /// What `ssh-keyscan` would say, known for certain since the lab made the keys itself.
    [[nodiscard]] std::string knownHosts();
    /// The node that has the VIP in its kernel; empty: none or both.
    [[nodiscard]] std::string vipHolder();

private:
    lab::Lab lab_;
    std::string lb1Config_;
    std::string lb2Config_;
    std::filesystem::path sshKey_;
    std::list<lab::Process> services_;
    std::unique_ptr<lab::Engine> lb1_;
    std::unique_ptr<lab::Engine> lb2_;
    std::unique_ptr<lab::Responder> answer1_;
    std::unique_ptr<lab::Responder> answer2_;
    std::unique_ptr<lab::OutageMeter> meter_;
};

} // namespace twinhelm::demo
