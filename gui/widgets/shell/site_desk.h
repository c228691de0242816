#pragma once

#include <memory>

#include <QObject>

#include "common/base/result.h"
#include "gui/core/workspace/recent_sites.h"
#include "gui/widgets/shell/app_context.h"

namespace twinhelm::desk
{

/// The open site and what the File menu does with it. Asks through dialogs on `window`; tells results by signals.
class SiteDesk : public QObject
{
    Q_OBJECT

public:
    SiteDesk(const AppContext &context, Prompter *prompter, QWidget *window);
    ~SiteDesk() override;

    [[nodiscard]] Workspace *workspace() const { return workspace_.get(); }
    [[nodiscard]] QStringList recent() const { return recent_.folders(); }
    [[nodiscard]] std::shared_ptr<RemoteShell> shellFor(const SiteNode &node) const;
    /// Of a node of the open site; a node the site does not have is reached under its name.
    [[nodiscard]] std::shared_ptr<RemoteShell> shellOf(const QString &node) const;

    /// False: it could not be opened; problem() has been told.
    bool open(const QString &folder);
    void chooseAndOpen();
    void makeNew();
    void importPair();
    /// False when the person wants to keep editing.
    bool close();
    /// False: it could not be written, or the configuration is not open.
    bool save(const QString &cluster);
    /// The settings of a node, with test and enrolment; an empty name adds one.
    void openNode(const QString &name);
    void exportNode(const QString &cluster);

signals:
    /// Another site, or none.
    void workspaceChanged();
    void clusterMade(const QString &cluster);
    void done(const QString &text);
    void problem(const twinhelm::Error &error);

private:
    void take(std::unique_ptr<Site> site);
    [[nodiscard]] bool mayLoseChanges();

    AppContext context_;
    Prompter *prompter_;
    QWidget *window_;
    RecentSites recent_;
    std::unique_ptr<Workspace> workspace_;
};

} // namespace twinhelm::desk
