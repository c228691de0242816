#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/vrrp/node_events.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// Sends alerts by SMTP, each through a mail process of its own, one after another. Nothing here waits.
/// Threading: the io_context's thread.
class Mailer
{
public:
    using OnTrouble = std::function<void(vrrp::Trouble)>;

    /// `program` with `arguments` is a mail process (agent/mail); its channel is descriptor 3.
    Mailer(boost::asio::io_context &io, OnTrouble onTrouble, std::string program, std::vector<std::string> arguments);
    ~Mailer();

    void configure(const vrrp::MailSettings &settings, const std::string &routerId);
    void send(const vrrp::SendMail &mail);
    /// Mails that are neither sent nor given up.
    [[nodiscard]] std::size_t waiting() const;
    /// Mails that were dropped or given up.
    [[nodiscard]] std::uint64_t lost() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
