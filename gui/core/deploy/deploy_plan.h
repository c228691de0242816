#pragma once

#include <vector>

#include <QByteArray>
#include <QString>

#include "common/base/result.h"
#include "gui/core/site/site_types.h"

namespace twinhelm::desk
{

/// One node as a deploy sees it: where things are on it, and the bytes it shall get.
struct DeployNode {
    QString name;    ///< node and config id
    QByteArray text; ///< the node's own plain keepalived.conf (cluster::splitFor), exactly as it will lie on disk
    Engine engine = Engine::Twinhelmd;
    QString configPath = QStringLiteral("/etc/keepalived/keepalived.conf");
    QString runtimeDir = QStringLiteral("/run/twinhelm");
    QString ctl = QStringLiteral("twinhelmctl");
    QString startCommand;  ///< when the engine does not run; empty: systemctl start <engine>
    QString reloadCommand; ///< keepalived only; empty: systemctl reload keepalived
    QString aliveCommand;  ///< keepalived only, exits with 0 while it runs; empty: systemctl is-active keepalived
    int mastered = 0;      ///< VRRP instances this node is MASTER of now, as far as the desk knows
    int priority = 0;      ///< its highest configured priority; breaks ties of `mastered`

    [[nodiscard]] QString sha256() const;     ///< hex, as twinhelmd reports it
    [[nodiscard]] QString stagedPath() const; ///< beside the target, so that the swap is a rename
    [[nodiscard]] QString previousPath() const;
};

/// `node` of site.toml with the bytes it shall get.
DeployNode deployNode(const SiteNode &node, const QByteArray &text);

/// Hex, as twinhelmd reports the configuration in force.
QString sha256Of(const QByteArray &bytes);

/// The steps of one node's transaction, in order.
enum class DeployStep { Connect, Inspect, Upload, Validate, BackUp, Activate, Reload, Verify };
inline constexpr DeployStep allDeploySteps[] = {DeployStep::Connect,  DeployStep::Inspect, DeployStep::Upload,
                                                DeployStep::Validate, DeployStep::BackUp,  DeployStep::Activate,
                                                DeployStep::Reload,   DeployStep::Verify};

struct PlannedStep {
    QString node;
    DeployStep step = DeployStep::Connect;
    QString title;   ///< "Validate with twinhelmd on lb02"
    QString command; ///< what will be run there, for "show me the commands"; empty when it is not a command
};

/// What a deploy is going to do, before anything is touched. Pure.
struct DeployPlan {
    std::vector<DeployNode> nodes; ///< in the order they are done: backups first, so that a bad file meets no traffic
    std::vector<PlannedStep> steps;
};

QString stepTitle(DeployStep step, const DeployNode &node);

/// Refuses (D0201) a plan without nodes, with a node twice, or with an empty text.
Result<DeployPlan> planDeploy(std::vector<DeployNode> nodes);

} // namespace twinhelm::desk
