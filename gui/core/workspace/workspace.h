#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <QObject>

#include "gui/core/document/document.h"
#include "gui/core/history/history.h"
#include "gui/core/live/agent_client.h"
#include "gui/core/live/live_cluster.h"
#include "gui/core/live/unwatched_node.h"
#include "gui/core/models/event_model.h"
#include "gui/core/site/site.h"
#include "gui/core/workspace/draft_folder.h"

namespace twinhelm::desk
{

/// An open site with everything that hangs on it: one Document and one LiveCluster per cluster, one AgentClient per
/// node, one event list. Keeps them in step with the site as nodes and clusters come and go.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Our certificate for a node and the site CA; nothing: not enrolled yet. Asked at start and after
    /// credentialsChanged().
    using CredentialsFor = std::function<std::optional<AgentCredentials>(const SiteNode &)>;

    Workspace(std::unique_ptr<Site> site, CredentialsFor credentials, Clock clock = systemInstant,
              QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] Site *site() const { return site_.get(); }
    /// Opened at first use; nullptr with openError() set when its file cannot be read.
    [[nodiscard]] Document *document(const QString &cluster);
    [[nodiscard]] QString openError(const QString &cluster) const;
    [[nodiscard]] LiveCluster *live(const QString &cluster) const;
    [[nodiscard]] QList<LiveCluster *> liveClusters() const;
    [[nodiscard]] AgentClient *agent(const QString &node) const;
    [[nodiscard]] EventModel *events() { return &events_; }
    [[nodiscard]] bool hasUnsavedChanges() const;
    /// Writes the document to its file in the site; it is clean afterwards. When somebody else changed the file since
    /// it was read, the first call refuses (D0515) and says so; the next one replaces their text.
    [[nodiscard]] Result<void> save(const QString &cluster);

    /// Opens (or makes) the file that keeps events and deploys while the desk is closed: what it has is shown at once,
    /// and the nodes' streams resume from there. Call it before startLive(); without it nothing is remembered.
    [[nodiscard]] Result<void> openHistory(const QString &path);
    /// Where unsaved changes are kept while they are edited, for when the desk ends before they are saved: at most two
    /// seconds of typing are lost. Call it before the first document(); without it nothing is kept.
    void keepDrafts(const QString &folder);
    /// Forgets what is not saved, because the person said so.
    void dropDrafts();

    /// nullptr without openHistory().
    [[nodiscard]] History *history() const { return history_.get(); }

    /// Connects to every node that runs our engine. Until then nothing touches the network.
    void startLive();
    void stopLive();
    /// Enrolment gave a node (or the desk) a certificate.
    void credentialsChanged();

signals:
    /// Clusters or nodes came or went; pointers of those that went are already dead.
    void structureChanged();
    /// A document's file changed under us. `dirty`: it has unsaved changes, so ask; else it was taken already.
    void documentChangedOnDisk(const QString &cluster, bool dirty);
    /// Unsaved changes of an earlier run are in the document again, as one step that can be undone. `baseChanged`: the
    /// file is another one than the one they were made in, and the first save() will say so.
    void draftRestored(const QString &cluster, WallMillis made, bool baseChanged);
    void draftNotKept(const twinhelm::Error &error);

private:
    void sync();
    void syncAgents();
    void syncClusters();
    [[nodiscard]] NodeFeed *feed(const QString &node);
    void onClusterFileChanged(const QString &cluster);
    void updateExpectedInstances(const QString &cluster);
    void watchDraft(const QString &cluster, Document *document);
    void keepDraft(const QString &cluster);
    void restoreDraft(const QString &cluster, Document *document);

    std::unique_ptr<Site> site_;
    CredentialsFor credentials_;
    std::unique_ptr<History> history_;
    DraftFolder drafts_;
    bool draftTrouble_ = false; ///< told once
    Clock clock_;
    std::map<QString, std::unique_ptr<Document>> documents_;
    std::map<QString, QString> openErrors_;
    std::map<QString, QByteArray> onDisk_; ///< what each document's file held when it was read, saved, or warned of
    std::map<QString, std::unique_ptr<AgentClient>> agents_;
    std::map<QString, std::unique_ptr<UnwatchedNode>> unwatched_;
    std::map<QString, std::unique_ptr<LiveCluster>> live_;
    EventModel events_;
    bool started_ = false;
};

} // namespace twinhelm::desk
