#pragma once

#include <functional>
#include <string>
#include <vector>

#include "agent/vrrp/ports.h"

namespace twinhelm::agent
{

/// All doors of the driver at once; writes down what goes through them, in order, one word for each.
class FakePorts final : public NetworkPort, public ScriptPort, public NoticePort, public PublishPort
{
public:
    std::vector<std::string> calls;
    std::string addError; ///< what the kernel says to the next additions
    std::function<void(const vrrp::Publish &)> onPublish;

    void openInterface(const vrrp::OpenInterface &one) override { calls.push_back("open " + one.interface); }
    void closeInterface(const std::string &interface, Family) override { calls.push_back("close " + interface); }
    int sendings = 0; ///< each of many packets
    void send(std::span<const vrrp::SendPacket *const> packets) override
    {
        ++sendings;
        for (const auto *packet : packets)
            calls.push_back("send " + packet->instance);
    }
    std::vector<std::string> change(std::span<const ObjectChange> changes) override
    {
        std::vector<std::string> answers;
        for (const auto &one : changes) {
            const auto *const *adding = std::get_if<const vrrp::AddAddresses *>(&one);
            calls.push_back(adding != nullptr ? "add " + (*adding)->instance
                                              : "remove " + std::get<const vrrp::RemoveAddresses *>(one)->instance);
            answers.push_back(adding != nullptr ? addError : "");
        }
        return answers;
    }
    void announce(const vrrp::Announce &action) override { calls.push_back("announce " + action.instance); }
    void run(const vrrp::RunScript &action) override { calls.push_back("run " + action.script); }
    void notify(const vrrp::RunNotify &action) override { calls.push_back("notify " + action.subject); }
    void write(const vrrp::WriteFifo &action) override { calls.push_back("write " + action.line); }
    void mail(const vrrp::SendMail &action) override { calls.push_back("mail " + action.subject); }
    void publish(const vrrp::Publish &news) override
    {
        calls.push_back("publish " + news.subject);
        if (onPublish)
            onPublish(news);
    }
};

} // namespace twinhelm::agent
