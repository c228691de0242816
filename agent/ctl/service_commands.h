#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "agent/ctl/streams.h"

namespace twinhelm::ctl
{

/// services, servers, drain, undrain, weight, recheck: the part of the command line that is about virtual servers.
class ServiceCommands
{
public:
    /// `socket`: the agent's, read when a command runs.
    ServiceCommands(const Streams &io, const std::string &socket) : io_(io), socket_(socket) {}
    ServiceCommands(const ServiceCommands &) = delete; // the parser writes into it
    ServiceCommands &operator=(const ServiceCommands &) = delete;

    /// Gives a subcommand's callback the work it stands for.
    using Chosen = std::function<void(std::function<int()>)>;
    void addTo(CLI::App &app, const Chosen &chosen);

private:
    CLI::App *add(CLI::App &app, const Chosen &chosen, const std::string &name, const std::string &help,
                  int (ServiceCommands::*run)());
    void addServer(CLI::App *command);
    void addWish(CLI::App *command);
    int services();
    int servers();
    int drain();
    int undrain();
    int weight();
    int recheck();
    int command(const std::string &verb, const std::string &body);
    [[nodiscard]] std::string wish() const;
    int waitUntilEmpty();

    Streams io_;
    const std::string &socket_;
    std::string service_;
    std::string server_;
    std::string reason_;
    std::string time_;
    std::optional<std::uint32_t> weight_;
    std::optional<std::uint32_t> connections_;
    bool takeOut_ = false;
    bool force_ = false;
    bool wait_ = false;
    bool json_ = false;
};

} // namespace twinhelm::ctl
