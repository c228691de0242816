#pragma once

#include <functional>
#include <memory>

#include "gui/core/import/import_preview.h"
#include "gui/core/site/site_types.h"
#include "gui/core/ssh/remote_shell.h"
#include "gui/widgets/dialogs/dialog_frame.h"

class QLabel;
class QLineEdit;
class QTableWidget;
class QVBoxLayout;

namespace twinhelm::desk
{

/// Takes the keepalived.conf of several nodes, from files or over SSH, and shows the one cluster they become.
class ImportDialog : public DialogFrame
{
    Q_OBJECT

public:
    using ShellForNode = std::function<std::shared_ptr<RemoteShell>(const SiteNode &)>;
    using PickFiles = std::function<QStringList(QWidget *)>;

    /// `site` must outlive the dialog.
    ImportDialog(Site &site, ShellForNode shellFor, PickFiles pickFiles, QWidget *parent);

    void addFiles(const QStringList &paths);
    /// `target` is [user@]host[:port].
    void fetch(const QString &target);
    [[nodiscard]] const ImportPreview &preview() const { return preview_; }
    /// The cluster that was made, once the dialog is accepted.
    [[nodiscard]] QString cluster() const { return cluster_; }

private:
    QWidget *makeSources();
    QWidget *makeResult();
    void refresh();
    void showSources();
    void showDiffering();
    void commit();
    void tell(const Error &error);

    Site &site_;
    ShellForNode shellFor_;
    PickFiles pickFiles_;
    ImportPreview preview_;
    QList<SiteNode> fetched_; ///< how the fetched nodes are reached; goes into the site with them
    QString cluster_;
    QVBoxLayout *sources_;
    QLineEdit *target_;
    QPushButton *fetch_;
    QLineEdit *name_;
    QLabel *summary_;
    QTableWidget *differing_;
    QLabel *blocker_;
    QPushButton *import_;
};

} // namespace twinhelm::desk
