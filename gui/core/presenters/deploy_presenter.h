#pragma once

#include <map>
#include <memory>
#include <optional>

#include <QList>
#include <QObject>
#include <QPointer>

#include "common/base/result.h"
#include "gui/core/deploy/deploy_report.h"
#include "gui/core/deploy/deploy_runner.h"
#include "gui/core/deploy/review.h"
#include "gui/core/history/history.h"
#include "gui/core/live/live_cluster.h"

namespace twinhelm::desk
{

class Document;
class Site;

/// One step as the page shows it.
struct StepRow {
    DeployStep step = DeployStep::Connect;
    std::optional<StepState> state; ///< none: not begun
    QString title;
    QString text;    ///< what came of it
    QString command; ///< what is run on the node; empty when it is no command
    QString output;  ///< what the node printed
};

/// One node's column of a deploy.
struct NodeRun {
    QString node;
    QList<StepRow> steps;
    std::optional<NodeOutcome> outcome;
};

/// What a node's file looks like now against what the document says.
struct NodeReview {
    QString node;
    QString error; ///< why it could not be read; then `lines` is empty
    QList<ReviewLine> lines;
};

/// Deploying one cluster: plan, review, run, result. Holds no text of its own; the document is read at start().
/// Threading: the GUI thread; the work runs on the runner's thread and one of the thread pool.
class DeployPresenter : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Idle, Reviewing, Running, Stopping, Done, Failed, Stopped };

    /// `shellFor` is called on the GUI thread, once for each node and run. Nothing is owned; `live` may be nullptr.
    DeployPresenter(QString cluster, Site *site, Document *document, LiveCluster *live, ShellFor shellFor,
                    QObject *parent = nullptr);
    ~DeployPresenter() override;

    [[nodiscard]] Phase phase() const { return phase_; }
    [[nodiscard]] bool busy() const;
    [[nodiscard]] const QList<NodeRun> &runs() const { return runs_; }
    [[nodiscard]] const QList<NodeReview> &reviews() const { return reviews_; }
    /// Why Deploy is not possible now; empty when it is.
    [[nodiscard]] QString blocker() const;
    /// "Deploy to lb02, then lb01".
    [[nodiscard]] QString actionText() const;
    /// The one sentence about the last run, or about what a run would do.
    [[nodiscard]] QString headline() const;
    /// Nodes whose engine says it runs other bytes than the document has; only freshly known nodes count.
    [[nodiscard]] QStringList undeployed() const;

    void review();
    void start();
    /// Stops before the next node, or before the current one is changed.
    void stop();

signals:
    void changed(); ///< phase, headline, blocker, plan
    void stepChanged(const QString &node, int step);
    void reviewChanged();
    /// What is to be remembered of a run; `person` and `time` are the receiver's to fill in.
    void finished(const twinhelm::desk::DeployRecord &record);

private:
    void replan();
    void setPhase(Phase phase);
    void takeProgress(const DeployProgress &progress);
    void takeReport(const DeployReport &report);
    [[nodiscard]] DeployNode nodeFor(const QString &name) const;
    [[nodiscard]] std::map<QString, std::shared_ptr<RemoteShell>> openShells() const;

    QString cluster_;
    QPointer<Site> site_;
    QPointer<Document> document_;
    QPointer<LiveCluster> live_;
    ShellFor shellFor_;
    Phase phase_ = Phase::Idle;
    DeployPlan plan_;
    QString planError_;
    QString summary_;
    QList<NodeRun> runs_;
    QList<NodeReview> reviews_;
    int reviewsOpen_ = 0;
    std::unique_ptr<DeployRunner> runner_;
};

} // namespace twinhelm::desk
