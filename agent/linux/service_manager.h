#pragma once

#include <string>

namespace twinhelm::agent
{

/// What systemd is told (sd_notify(3)). Without systemd every call does nothing.
namespace service
{
void ready(const std::string &status);
void reloading();
void stopping();
} // namespace service

} // namespace twinhelm::agent
