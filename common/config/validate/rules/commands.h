#pragma once

#include "common/config/model/node_config.h"

namespace twinhelm::config::rules
{

/// Calls `use` for every command of a configuration that is given: checks, notifications, quorum and start scripts.
template<typename Use>
void forEachCommand(const model::NodeConfig &config, Use use)
{
    const auto visit = [&](const model::Value<model::Command> &command) {
        if (command.given)
            use(command);
    };
    const auto visitNotify = [&](const model::Notify &notify) {
        for (const auto *command : {&notify.backup, &notify.master, &notify.fault, &notify.stop, &notify.deleted,
                                    &notify.any, &notify.masterHearsLowerPriority})
            visit(*command);
    };
    visit(config.global.startupScript);
    visit(config.global.shutdownScript);
    for (const auto *fifo : {&config.global.fifo, &config.global.vrrpFifo, &config.global.lvsFifo})
        visit(fifo->script);
    for (const auto &script : config.scripts)
        visit(script.command);
    for (const auto &group : config.syncGroups)
        visitNotify(group.notify);
    for (const auto &instance : config.instances)
        visitNotify(instance.notify);
    for (const auto &service : config.virtualServers) {
        visit(service.quorumUp);
        visit(service.quorumDown);
        for (const auto &server : service.realServers) {
            visit(server.options->notifyUp);
            visit(server.options->notifyDown);
            for (const auto &check : server.checks) {
                if (const auto *misc = check.as<model::MiscCheck>())
                    visit(misc->command);
            }
        }
    }
}

} // namespace twinhelm::config::rules
