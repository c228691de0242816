#include "tests/demo/first_light.h"

#include <QJsonArray>

#include "gui/core/base/qt_text.h"
#include "gui/core/live/lamp.h"
#include "gui/core/live/live_cluster.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shell/main_window.h"
#include "gui/widgets/shell/site_desk.h"

namespace twinhelm::demo
{

namespace names = desk::names;
using desk::toQt;

namespace
{

QString name(const char *widget)
{
    return QString::fromLatin1(widget);
}

} // namespace

FirstLight::FirstLight(DemoPair &pair, desk::MainWindow &window, DeskDriver &driver, Plan plan)
    : pair_(pair), window_(window), driver_(driver), plan_(std::move(plan))
{
}

PairReport FirstLight::run(const QDir &siteFolder)
{
    report_.pair = plan_.title;
    report_.prioritiesBefore = plan_.from;
    report_.prioritiesAfter = plan_.to;
    try {
        driver_.picture(QStringLiteral("welcome"));
        makeSite(siteFolder);
        plan_.importFrom == ImportFrom::Ssh ? importOverSsh() : importFiles();
        for (int i = 0; i < 2; ++i)
            enrol(nodeName(i), address(i));
        driver_.trigger(QStringLiteral("action.showLive"));
        driver_.waitFor(
            QStringLiteral("%1 to be shown as MASTER").arg(nodeName(0)),
            [&] {
                return stateOf(nodeName(0)) == QLatin1String("MASTER") &&
                       stateOf(nodeName(1)) == QLatin1String("BACKUP");
            },
            20000);
        report_.masterBefore = QString::fromStdString(pair_.vipHolder());
        driver_.watch(1500);
        driver_.picture(QStringLiteral("live-before"));
        editPriorities();
        const auto since = lab::Clock::now();
        deploy();
        watchTheAddressWalk(since);
        readTheDesk();
    } catch (const std::exception &error) {
        report_.failure = QString::fromUtf8(error.what());
    }
    return report_;
}

QString FirstLight::nodeName(int index)
{
    const auto &options = pair_.lab().options();
    return toQt(index == 0 ? options.lb1.name : options.lb2.name);
}

QString FirstLight::address(int index)
{
    const auto &options = pair_.lab().options();
    return toQt(index == 0 ? options.lb1.address : options.lb2.address);
}

QString FirstLight::stateOf(const QString &node)
{
    const auto *workspace = window_.desk()->workspace();
    const auto *live = workspace ? workspace->live(plan_.cluster) : nullptr;
    if (!live)
        return {};
    for (const auto &instance : live->instances()) {
        for (const auto &cell : instance.cells) {
            if (cell.node == node)
                return desk::lampText(cell.lamp);
        }
    }
    return {};
}

void FirstLight::makeSite(const QDir &siteFolder)
{
    driver_.click(name(names::newSiteButton));
    driver_.waitForWidget(QStringLiteral("newSiteDialog"));
    driver_.type(QStringLiteral("newSiteName"), QStringLiteral("Demo"));
    driver_.type(QStringLiteral("newSiteFolder"), siteFolder.absolutePath());
    driver_.picture(QStringLiteral("new-site"));
    driver_.click(name(names::acceptButton));
    driver_.waitUntilGone(QStringLiteral("newSiteDialog"));
}

/// The person compares the fingerprint with what the console of the node says; the lab knows it too.
void FirstLight::acceptHostKey()
{
    driver_.waitForWidget(name(names::unknownHostDialog), 15000);
    driver_.picture(QStringLiteral("unknown-host-key"));
    driver_.click(name(names::acceptButton));
    driver_.waitUntilGone(name(names::unknownHostDialog));
}

void FirstLight::importOverSsh()
{
    driver_.click(name(names::siteImportButton));
    driver_.waitForWidget(name(names::importDialog));
    for (int i = 0; i < 2; ++i) {
        driver_.type(QStringLiteral("importTarget"), QStringLiteral("root@") + address(i));
        driver_.click(name(names::importFetch));
        acceptHostKey();
        const auto field = QStringLiteral("importNode.%1").arg(i);
        driver_.waitForWidget(field, 15000);
        driver_.type(field, nodeName(i));
    }
    driver_.type(name(names::importClusterName), plan_.cluster);
    driver_.picture(QStringLiteral("import"));
    driver_.click(name(names::importCommit));
    driver_.waitUntilGone(name(names::importDialog));
}

void FirstLight::importFiles()
{
    driver_.click(name(names::siteImportButton));
    driver_.waitForWidget(name(names::importDialog));
    driver_.click(name(names::importAddFiles));
    driver_.waitForWidget(QStringLiteral("importNode.1"));
    driver_.type(name(names::importClusterName), plan_.cluster);
    driver_.picture(QStringLiteral("import"));
    driver_.click(name(names::importCommit));
    driver_.waitUntilGone(name(names::importDialog));
}

void FirstLight::enrol(const QString &node, const QString &address)
{
    driver_.start([this, node] { window_.desk()->openNode(node); });
    driver_.waitForWidget(name(names::nodeDialog));
    driver_.type(name(names::nodeHost), address);
    driver_.type(name(names::nodeIdentityFile), QString::fromStdString(pair_.sshKey().string()));
    driver_.click(name(names::nodeEnrolButton));
    if (plan_.importFrom == ImportFrom::Files)
        acceptHostKey();
    driver_.waitFor(
        QStringLiteral("%1 to be enrolled").arg(node),
        [&] {
            auto *result = driver_.find(name(names::nodeResult));
            return result && result->property("role").toString() == QLatin1String("good");
        },
        20000);
    driver_.picture(QStringLiteral("enrolled-") + node);
    driver_.click(name(names::nodeSaveButton));
    driver_.waitUntilGone(name(names::nodeDialog));
}

void FirstLight::editPriorities()
{
    driver_.trigger(QStringLiteral("action.showEdit"));
    driver_.waitForWidget(QStringLiteral("field.priority.") + nodeName(0));
    driver_.picture(QStringLiteral("edit-before"));
    for (int i = 0; i < 2; ++i) {
        driver_.type(QStringLiteral("field.priority.") + nodeName(i), plan_.to[i]);
        const auto line = "@" + nodeName(i).toUtf8() + " priority " + plan_.to[i].toUtf8();
        driver_.waitFor(QStringLiteral("the text to say the new priority of %1").arg(nodeName(i)),
                        [&] { return window_.desk()->workspace()->document(plan_.cluster)->text().contains(line); });
    }
    driver_.watch(300);
    driver_.picture(QStringLiteral("edit-after"));
}

void FirstLight::deploy()
{
    driver_.trigger(QStringLiteral("action.showDeploy"));
    driver_.click(name(names::reviewButton));
    driver_.waitFor(
        QStringLiteral("the review of both nodes"),
        [&] {
            return window_.findChild<QWidget *>(QStringLiteral("diff.") + nodeName(0)) &&
                   window_.findChild<QWidget *>(QStringLiteral("diff.") + nodeName(1));
        },
        15000);
    driver_.showTabOf(QStringLiteral("diff.") + nodeName(0));
    driver_.watch(300);
    driver_.picture(QStringLiteral("review"));
    driver_.click(name(names::deployButton));
    driver_.watch(400);
    driver_.picture(QStringLiteral("deploying"));
    driver_.waitFor(
        QStringLiteral("the deploy to end"),
        [&] {
            const auto *verdict = driver_.find(name(names::deployVerdict));
            const auto *stop = driver_.find(name(names::stopDeployButton));
            return verdict && !(stop && stop->isEnabled());
        },
        60000);
    report_.desk[QStringLiteral("deploy")] = driver_.text(name(names::deployVerdict));
    driver_.picture(QStringLiteral("deployed"));
}

void FirstLight::watchTheAddressWalk(lab::Clock::time_point since)
{
    driver_.trigger(QStringLiteral("action.showLive"));
    driver_.waitFor(
        QStringLiteral("%1 to be shown as MASTER").arg(nodeName(1)),
        [&] {
            return stateOf(nodeName(1)) == QLatin1String("MASTER") && stateOf(nodeName(0)) == QLatin1String("BACKUP");
        },
        20000);
    if (!pair_.meter().waitForOwner(nodeName(1).toStdString(), lab::Millis(10000)))
        throw std::runtime_error("the client never got an answer from " + nodeName(1).toStdString());
    driver_.watch(1500);
    driver_.picture(QStringLiteral("live-after"));
    const auto outage = pair_.meter().outageSince(since);
    if (!outage)
        throw std::runtime_error("the client saw no change of owner");
    report_.outageMs = outage->ms();
    report_.longestSilenceMs = pair_.meter().longestSilence(since, lab::Clock::now());
    report_.masterAfter = QString::fromStdString(pair_.vipHolder());
    if (report_.masterAfter != nodeName(1))
        throw std::runtime_error("the kernels say that '" + report_.masterAfter.toStdString() + "' has the address");
}

void FirstLight::readTheDesk()
{
    report_.desk[QStringLiteral("verdict")] = driver_.text(name(names::verdictBadge));
    report_.desk[QStringLiteral("sentence")] = driver_.text(name(names::verdictSentence));
    QJsonObject lamps;
    QJsonArray vips;
    driver_.see<bool>([&] {
        for (int i = 0; i < 2; ++i)
            lamps[nodeName(i)] = stateOf(nodeName(i));
        for (const auto &vip : window_.desk()->workspace()->live(plan_.cluster)->vips())
            vips.append(QJsonObject{{QStringLiteral("address"), vip.address},
                                    {QStringLiteral("on"), vip.nodes.join(QStringLiteral(", "))}});
        return true;
    });
    report_.desk[QStringLiteral("states")] = lamps;
    report_.desk[QStringLiteral("virtual_addresses")] = vips;
}

} // namespace twinhelm::demo
