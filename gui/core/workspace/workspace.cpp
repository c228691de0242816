#include "gui/core/workspace/workspace.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include "common/config/load.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

constexpr char draftTimer[] = "draftTimer";
constexpr int shownFromHistory = 2000;
/// Long enough for "how was it a year ago".
constexpr WallMillis keptHistory = WallMillis{400} * 24 * 3600 * 1000;

} // namespace

Workspace::Workspace(std::unique_ptr<Site> site, CredentialsFor credentials, Clock clock, QObject *parent)
    : QObject(parent), site_(std::move(site)), credentials_(std::move(credentials)), clock_(std::move(clock))
{
    connect(site_.get(), &Site::changed, this, &Workspace::sync);
    connect(site_.get(), &Site::clusterChangedOnDisk, this, &Workspace::onClusterFileChanged);
    sync();
}

Workspace::~Workspace()
{
    stopLive();
    live_.clear(); // before the agents they listen to
    for (const auto &[cluster, document] : documents_)
        document->disconnect(this); // an undo stack that goes calls itself clean
}

void Workspace::sync()
{
    syncAgents();
    syncClusters();
    emit structureChanged();
}

void Workspace::syncAgents()
{
    for (auto it = agents_.begin(); it != agents_.end();) {
        const auto *node = site_->node(it->first);
        const bool stays = node && node->engine == Engine::Twinhelmd &&
                           it->second->address() == AgentAddress{node->name, node->effectiveApiHost(), node->apiPort};
        it = stays ? std::next(it) : agents_.erase(it);
    }
    for (const auto &node : site_->nodes()) {
        if (node.engine != Engine::Twinhelmd || agents_.contains(node.name))
            continue;
        auto agent =
            std::make_unique<AgentClient>(AgentAddress{node.name, node.effectiveApiHost(), node.apiPort}, clock_);
        agent->setCredentials(credentials_ ? credentials_(node) : std::nullopt);
        connect(agent.get(), &NodeFeed::eventReceived, this, [this](const QString &from, const wire::Event &event) {
            events_.append(from, event);
            if (history_)
                history_->addEvent(from, event);
        });
        if (history_)
            agent->setLastEventId(history_->lastEventId(node.name));
        if (started_)
            agent->start();
        agents_.emplace(node.name, std::move(agent));
    }
}

void Workspace::syncClusters()
{
    for (auto it = live_.begin(); it != live_.end();)
        it = site_->cluster(it->first) ? std::next(it) : live_.erase(it);
    for (auto it = documents_.begin(); it != documents_.end();)
        it = site_->cluster(it->first) ? std::next(it) : documents_.erase(it);
    for (const auto &cluster : site_->clusters()) {
        auto &live = live_[cluster.name];
        if (!live)
            live = std::make_unique<LiveCluster>(cluster.name, clock_);
        QList<NodeFeed *> feeds;
        for (const auto &node : cluster.nodes)
            feeds << feed(node);
        live->setFeeds(feeds);
        if (const auto found = documents_.find(cluster.name); found != documents_.end())
            found->second->setNodes(cluster.nodes);
    }
}

NodeFeed *Workspace::feed(const QString &node)
{
    if (auto *client = agent(node)) {
        unwatched_.erase(node);
        return client;
    }
    auto &unwatched = unwatched_[node];
    if (!unwatched)
        unwatched = std::make_unique<UnwatchedNode>(node);
    return unwatched.get();
}

Document *Workspace::document(const QString &cluster)
{
    if (const auto found = documents_.find(cluster); found != documents_.end())
        return found->second.get();
    const auto *entry = site_->cluster(cluster);
    if (!entry)
        return nullptr;
    const auto bytes = site_->readCluster(cluster);
    if (!bytes) {
        openErrors_[cluster] = toQt(bytes.error().what);
        return nullptr;
    }
    openErrors_.erase(cluster);
    auto document = std::make_unique<Document>(entry->nodes);
    document->reset(*bytes, site_->clusterPath(cluster));
    onDisk_[cluster] = *bytes;
    connect(document.get(), &Document::diagnosticsChanged, this, [this, cluster] { updateExpectedInstances(cluster); });
    auto *made = documents_.emplace(cluster, std::move(document)).first->second.get();
    restoreDraft(cluster, made);
    watchDraft(cluster, made);
    return made;
}

QString Workspace::openError(const QString &cluster) const
{
    const auto found = openErrors_.find(cluster);
    return found == openErrors_.end() ? QString() : found->second;
}

LiveCluster *Workspace::live(const QString &cluster) const
{
    const auto found = live_.find(cluster);
    return found == live_.end() ? nullptr : found->second.get();
}

QList<LiveCluster *> Workspace::liveClusters() const
{
    QList<LiveCluster *> all;
    for (const auto &cluster : site_->clusters()) {
        if (auto *found = live(cluster.name))
            all << found;
    }
    return all;
}

AgentClient *Workspace::agent(const QString &node) const
{
    const auto found = agents_.find(node);
    return found == agents_.end() ? nullptr : found->second.get();
}

bool Workspace::hasUnsavedChanges() const
{
    return std::any_of(documents_.begin(), documents_.end(), [](const auto &each) { return each.second->isDirty(); });
}

Result<void> Workspace::save(const QString &cluster)
{
    auto *found = document(cluster);
    if (!found)
        return fail("D0508", toStd(tr("The site has no cluster %1.").arg(cluster)));
    const auto theirs = site_->readCluster(cluster);
    if (theirs && *theirs != onDisk_[cluster]) {
        onDisk_[cluster] = *theirs;
        return fail(
            "D0515", toStd(tr("%1 was changed by somebody else since it was opened.").arg(site_->clusterPath(cluster))),
            toStd(tr("Nothing was written. Compare the two; saving once more replaces their text with yours.")));
    }
    if (auto written = site_->writeCluster(cluster, found->text()); !written)
        return written;
    onDisk_[cluster] = found->text();
    found->undoStack()->setClean();
    return {};
}

Result<void> Workspace::openHistory(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail("D0902", toStd(tr("The folder of the history %1 cannot be made.").arg(path)),
                    toStd(tr("Live data is not affected.")));
    auto opened = History::open(path);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    history_ = std::move(*opened);
    const auto newest = history_->events(shownFromHistory);
    for (const auto &stored : newest)
        events_.append(stored.node, stored.event);
    // Counted from the older of both, so that one wrong clock does not throw a year away.
    if (!newest.empty())
        history_->forgetEventsBefore(std::min(clock_().wall, newest.front().event.time) - keptHistory);
    for (const auto &[name, agent] : agents_)
        agent->setLastEventId(history_->lastEventId(name));
    return {};
}

// ---- drafts --------------------------------------------------------------------------------------

void Workspace::keepDrafts(const QString &folder)
{
    drafts_ = DraftFolder(folder);
}

void Workspace::dropDrafts()
{
    for (const auto &[cluster, document] : documents_) {
        delete document->findChild<QTimer *>(QLatin1String(draftTimer)); // nothing is kept any more
        drafts_.drop(cluster);
    }
}

void Workspace::restoreDraft(const QString &cluster, Document *document)
{
    const auto draft = drafts_.find(cluster);
    if (!draft || draft->text == document->text())
        return;
    const auto whole = SourceRange{0, 0, static_cast<std::uint32_t>(document->text().size())};
    const bool baseChanged = draft->base != DraftFolder::hashOf(onDisk_[cluster]);
    if (!document->apply(tr("Restore unsaved changes"), {TextEdit{whole, draft->text.toStdString()}}))
        return;
    if (baseChanged)
        onDisk_[cluster].clear();
    // Later: whoever shows the document is still opening it.
    QMetaObject::invokeMethod(
        this, [this, cluster, made = draft->time, baseChanged] { emit draftRestored(cluster, made, baseChanged); },
        Qt::QueuedConnection);
}

void Workspace::watchDraft(const QString &cluster, Document *document)
{
    constexpr int pauseMs = 2000;
    auto *timer = new QTimer(document);
    timer->setObjectName(QLatin1String(draftTimer));
    timer->setSingleShot(true);
    timer->setInterval(pauseMs);
    connect(timer, &QTimer::timeout, this, [this, cluster] { keepDraft(cluster); });
    connect(document, &Document::textChanged, timer, [timer] {
        if (!timer->isActive()) // also while somebody types without a pause
            timer->start();
    });
    connect(document, &Document::dirtyChanged, this, [this, cluster](bool dirty) {
        if (!dirty)
            drafts_.drop(cluster);
    });
}

void Workspace::keepDraft(const QString &cluster)
{
    const auto found = documents_.find(cluster);
    if (found == documents_.end() || !found->second->isDirty())
        return;
    const auto kept =
        drafts_.keep(cluster, {clock_().wall, DraftFolder::hashOf(onDisk_[cluster]), found->second->text()});
    if (!kept && !draftTrouble_)
        emit draftNotKept(kept.error());
    draftTrouble_ = !kept;
}

// ---- live ----------------------------------------------------------------------------------------

void Workspace::startLive()
{
    started_ = true;
    for (const auto &[name, agent] : agents_)
        agent->start();
}

void Workspace::stopLive()
{
    started_ = false;
    for (const auto &[name, agent] : agents_)
        agent->stop();
}

void Workspace::credentialsChanged()
{
    for (const auto &[name, agent] : agents_) {
        if (const auto *node = site_->node(name))
            agent->setCredentials(credentials_ ? credentials_(*node) : std::nullopt);
    }
}

void Workspace::onClusterFileChanged(const QString &cluster)
{
    const auto found = documents_.find(cluster);
    if (found == documents_.end())
        return;
    const bool dirty = found->second->isDirty();
    if (!dirty) {
        if (const auto bytes = site_->readCluster(cluster)) {
            found->second->reset(*bytes);
            onDisk_[cluster] = *bytes;
        }
    }
    emit documentChangedOnDisk(cluster, dirty);
}

void Workspace::updateExpectedInstances(const QString &cluster)
{
    auto *live = this->live(cluster);
    const auto found = documents_.find(cluster);
    if (!live || found == documents_.end())
        return;
    const auto &document = *found->second;
    QHash<QString, QStringList> nodesOf;
    for (const auto &node : document.nodes()) {
        const auto loaded = document.loaded(node);
        if (!loaded)
            continue;
        for (const auto &instance : loaded->model.instances)
            nodesOf[toQt(*instance.name)] << node;
    }
    live->setExpectedInstances(document.instanceNames(), nodesOf);
}

} // namespace twinhelm::desk
