#include "gui/widgets/shell/site_desk.h"

#include <QDir>
#include <QFileDialog>

#include "gui/core/import/import_preview.h"
#include "gui/core/workspace/desk_folder.h"
#include "gui/widgets/dialogs/choice_dialog.h"
#include "gui/widgets/dialogs/import_dialog.h"
#include "gui/widgets/dialogs/new_site_dialog.h"
#include "gui/widgets/dialogs/node_dialog.h"

namespace twinhelm::desk
{

SiteDesk::SiteDesk(const AppContext &context, Prompter *prompter, QWidget *window)
    : QObject(window), context_(context), prompter_(prompter), window_(window), recent_(context.configHome)
{
    if (!context_.pickFolder)
        context_.pickFolder = [](QWidget *parent) {
            return QFileDialog::getExistingDirectory(parent, tr("Choose a folder"));
        };
    if (!context_.pickFiles)
        context_.pickFiles = [](QWidget *parent) {
            return QFileDialog::getOpenFileNames(parent, tr("Choose keepalived.conf of each node"), {},
                                                 tr("Configurations (*.conf);;All files (*)"));
        };
}

SiteDesk::~SiteDesk() = default;

std::shared_ptr<RemoteShell> SiteDesk::shellFor(const SiteNode &node) const
{
    return context_.shellFor(node, prompter_);
}

std::shared_ptr<RemoteShell> SiteDesk::shellOf(const QString &node) const
{
    const SiteNode *known = workspace_ ? workspace_->site()->node(node) : nullptr;
    SiteNode bare;
    bare.name = bare.host = node;
    return shellFor(known ? *known : bare);
}

bool SiteDesk::open(const QString &folder)
{
    auto site = Site::open(folder);
    if (!site) {
        emit problem(site.error());
        return false;
    }
    if (!close())
        return false;
    take(std::move(*site));
    return true;
}

void SiteDesk::take(std::unique_ptr<Site> site)
{
    recent_.add(site->folder());
    const Site *raw = site.get();
    const auto credentials = [this, raw](const SiteNode &node) {
        return context_.credentials ? context_.credentials(*raw, node) : std::nullopt;
    };
    workspace_ = std::make_unique<Workspace>(std::move(site), credentials, context_.clock);
    const QString history = deskFolderOf(context_.configHome, *raw) + QStringLiteral("/history.sqlite");
    if (const auto opened = workspace_->openHistory(history); !opened)
        emit problem(opened.error());
    workspace_->keepDrafts(deskFolderOf(context_.configHome, *raw) + QStringLiteral("/drafts"));
    connect(workspace_.get(), &Workspace::draftNotKept, this, &SiteDesk::problem);
    if (context_.connectLive)
        workspace_->startLive();
    emit workspaceChanged();
}

void SiteDesk::chooseAndOpen()
{
    if (const QString folder = context_.pickFolder(window_); !folder.isEmpty())
        open(folder);
}

void SiteDesk::makeNew()
{
    NewSiteDialog dialog(context_.pickFolder, window_);
    if (dialog.exec() != QDialog::Accepted || !close())
        return;
    auto site = Site::create(dialog.folder(), dialog.name());
    if (site)
        take(std::move(*site));
    else
        emit problem(site.error());
}

void SiteDesk::importPair()
{
    // A pair needs a site to live in; without one the person makes it first.
    if (!workspace_)
        makeNew();
    if (!workspace_)
        return;
    ImportDialog dialog(
        *workspace_->site(), [this](const SiteNode &node) { return shellFor(node); }, context_.pickFiles, window_);
    if (dialog.exec() == QDialog::Accepted)
        emit clusterMade(dialog.cluster());
}

bool SiteDesk::mayLoseChanges()
{
    if (!workspace_ || !workspace_->hasUnsavedChanges())
        return true;
    ChoiceDialog dialog(tr("Save your changes?"), tr("A configuration has changes that are not saved."),
                        {tr("&Keep editing"), tr("&Discard"), tr("&Save")}, window_);
    const int choice = dialog.ask();
    if (choice == 2) {
        for (const SiteCluster &cluster : workspace_->site()->clusters()) {
            if (!save(cluster.name))
                return false;
        }
    }
    if (choice == 1)
        workspace_->dropDrafts();
    return choice > 0;
}

bool SiteDesk::close()
{
    if (!mayLoseChanges())
        return false;
    if (workspace_) {
        // Views let go of it first.
        auto old = std::move(workspace_);
        emit workspaceChanged();
    }
    return true;
}

bool SiteDesk::save(const QString &cluster)
{
    if (!workspace_ || !workspace_->document(cluster))
        return false;
    if (!workspace_->document(cluster)->isDirty())
        return true;
    const auto saved = workspace_->save(cluster);
    if (!saved)
        emit problem(saved.error());
    return saved.has_value();
}

void SiteDesk::openNode(const QString &name)
{
    if (!workspace_)
        return;
    Site *site = workspace_->site();
    const SiteNode *known = site->node(name);
    NodeDialog::Services services;
    services.shellFor = [this](const SiteNode &node) { return shellFor(node); };
    services.save = [site](const SiteNode &node) { return site->putNode(node); };
    services.enrolment = [this, site](const SiteNode &node) { return context_.enrolment(*site, node); };
    services.enrolled = [this] { workspace_->credentialsChanged(); };
    NodeDialog(known ? *known : SiteNode(), services, window_).exec();
}

void SiteDesk::exportNode(const QString &cluster)
{
    Document *document = workspace_ ? workspace_->document(cluster) : nullptr;
    if (!document)
        return;
    ChoiceDialog dialog(tr("Export keepalived.conf"),
                        tr("Writes the file of one node as stock keepalived reads it. Which node?"),
                        QStringList{tr("Cancel")} + document->nodes(), window_);
    const int choice = dialog.ask();
    if (choice < 1)
        return;
    const QString node = document->nodes().at(choice - 1);
    const QString folder = context_.pickFolder(window_);
    if (folder.isEmpty())
        return;
    const QString path = QDir(folder).filePath(node + QStringLiteral(".conf"));
    if (const auto written = exportToFile(document->text(), node, path); written)
        emit done(tr("Wrote %1.").arg(QDir::toNativeSeparators(path)));
    else
        emit problem(written.error());
}

} // namespace twinhelm::desk
