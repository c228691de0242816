#include "gui/core/deploy/deploy_plan.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <QCryptographicHash>

#include "gui/core/deploy/deploy_error.h"
#include "gui/core/deploy/engine_commands.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{
namespace
{

QString stepCommand(DeployStep step, const DeployNode &node)
{
    switch (step) {
    case DeployStep::Connect:
    case DeployStep::Upload: return {};
    case DeployStep::Inspect: return statusCommand(node);
    case DeployStep::Validate: return validateCommand(node, node.stagedPath());
    case DeployStep::BackUp: return copyCommand(node.configPath, node.previousPath());
    case DeployStep::Activate: return renameCommand(node.stagedPath(), node.configPath);
    case DeployStep::Reload: return reloadCommand(node);
    case DeployStep::Verify: return statusCommand(node);
    }
    return {};
}

Result<void> checkNodes(const std::vector<DeployNode> &nodes)
{
    if (nodes.empty())
        return error::make(error::badPlan, Deploy::tr("There is no node to deploy to."),
                           Deploy::tr("Give the cluster its nodes in site.toml."));
    std::set<QString> seen;
    for (const auto &node : nodes) {
        if (!seen.insert(node.name).second)
            return error::make(error::badPlan, Deploy::tr("Node %1 is in the deploy twice.").arg(node.name));
        if (node.text.trimmed().isEmpty())
            return error::make(
                error::badPlan,
                Deploy::tr("The configuration for %1 is empty; its engine would give up every address.").arg(node.name),
                Deploy::tr("Check that the cluster's file has lines for this node."));
        if (!node.configPath.startsWith(QLatin1Char('/')))
            return error::make(
                error::badPlan,
                Deploy::tr("config_path of %1 is \"%2\"; it must begin with /.").arg(node.name, node.configPath),
                Deploy::tr("Correct it in site.toml."));
    }
    return {};
}

} // namespace

QString DeployNode::sha256() const
{
    return sha256Of(text);
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString DeployNode::stagedPath() const
{
    return configPath + QStringLiteral(".twinhelm-staged");
}

QString DeployNode::previousPath() const
{
    return configPath + QStringLiteral(".twinhelm-previous");
}

DeployNode deployNode(const SiteNode &node, const QByteArray &text)
{
    DeployNode deployed;
    deployed.name = node.name;
    deployed.text = text;
    deployed.engine = node.engine;
    deployed.configPath = node.configPath;
    deployed.runtimeDir = node.runtimeDir;
    deployed.ctl = node.ctl;
    return deployed;
}

QString stepTitle(DeployStep step, const DeployNode &node)
{
    const QString engine =
        node.engine == Engine::Twinhelmd ? QStringLiteral("twinhelmd") : QStringLiteral("keepalived");
    switch (step) {
    case DeployStep::Connect: return Deploy::tr("Connect to %1").arg(node.name);
    case DeployStep::Inspect: return Deploy::tr("Look at what %1 has in force").arg(node.name);
    case DeployStep::Upload: return Deploy::tr("Upload beside %1").arg(node.configPath);
    case DeployStep::Validate: return Deploy::tr("Validate with the %1 of %2").arg(engine, node.name);
    case DeployStep::BackUp: return Deploy::tr("Keep the old file as %1").arg(node.previousPath());
    case DeployStep::Activate: return Deploy::tr("Swap the files at once");
    case DeployStep::Reload: return Deploy::tr("Reload %1").arg(engine);
    case DeployStep::Verify: return Deploy::tr("Verify that the new configuration is in force on %1").arg(node.name);
    }
    return {};
}

Result<DeployPlan> planDeploy(std::vector<DeployNode> nodes)
{
    if (auto good = checkNodes(nodes); !good)
        return tl::unexpected(good.error());
    // A node without traffic first: what the checks did not find is found where nobody notices.
    std::stable_sort(nodes.begin(), nodes.end(), [](const DeployNode &a, const DeployNode &b) {
        return std::tie(a.mastered, a.priority) < std::tie(b.mastered, b.priority);
    });
    DeployPlan plan;
    for (const auto &node : nodes) {
        for (const DeployStep step : allDeploySteps)
            plan.steps.push_back({node.name, step, stepTitle(step, node), stepCommand(step, node)});
    }
    plan.nodes = std::move(nodes);
    return plan;
}

} // namespace twinhelm::desk
