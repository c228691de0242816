#include "gui/widgets/dialogs/import_dialog.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/core/base/background.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/deploy/config_fetcher.h"
#include "gui/core/ssh/ssh_target.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/shared/tables.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

ImportDialog::ImportDialog(Site &site, ShellForNode shellFor, PickFiles pickFiles, QWidget *parent)
    : DialogFrame(tr("Import a pair"),
                  tr("Give the keepalived.conf of each node. Lines they share are kept once; lines that differ are "
                     "kept for their node. The files themselves stay as they are."),
                  parent),
      site_(site), shellFor_(std::move(shellFor)), pickFiles_(std::move(pickFiles))
{
    setObjectName(QLatin1String(names::importDialog));
    resize(920, 680);
    content()->addWidget(makeSources());
    content()->addWidget(makeResult(), 1);
    blocker_ = parts::secondary(QString());
    blocker_->setObjectName(QLatin1String(names::importBlocker));
    setFootnote(blocker_);
    connect(addButton(tr("Cancel"), QString(), names::rejectButton), &QPushButton::clicked, this, &QDialog::reject);
    import_ = addPrimary(tr("&Import"), QStringLiteral("import"), names::importCommit);
    connect(import_, &QPushButton::clicked, this, &ImportDialog::commit);
    connect(&preview_, &ImportPreview::changed, this, &ImportDialog::refresh);
    refresh();
}

QWidget *ImportDialog::makeSources()
{
    auto *files = parts::button(tr("Add &files…"), QStringLiteral("file"), names::importAddFiles);
    connect(files, &QPushButton::clicked, this, [this] { addFiles(pickFiles_(this)); });
    target_ = new QLineEdit;
    target_->setObjectName(QStringLiteral("importTarget"));
    target_->setPlaceholderText(tr("root@lb01 or root@10.0.0.5:22"));
    target_->setAccessibleName(tr("SSH target"));
    fetch_ = parts::button(tr("Fetch over &SSH"), QStringLiteral("terminal"), names::importFetch);
    connect(fetch_, &QPushButton::clicked, this, [this] { fetch(target_->text().trimmed()); });
    connect(target_, &QLineEdit::returnPressed, this, [this] { fetch(target_->text().trimmed()); });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addWidget(files);
    buttons->addSpacing(metrics::gap);
    buttons->addWidget(target_, 1);
    buttons->addWidget(fetch_);
    auto *card = parts::card();
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    column->addWidget(parts::section(tr("Nodes")));
    sources_ = new QVBoxLayout;
    sources_->setSpacing(metrics::unit);
    column->addLayout(sources_);
    column->addLayout(buttons);
    return card;
}

QWidget *ImportDialog::makeResult()
{
    name_ = new QLineEdit(tr("pair"));
    name_->setObjectName(QLatin1String(names::importClusterName));
    name_->setMaximumWidth(240);
    connect(name_, &QLineEdit::textChanged, this, &ImportDialog::refresh);
    auto *caption = new QLabel(tr("&Name of the cluster"));
    caption->setBuddy(name_);
    summary_ = parts::secondary(QString());
    summary_->setObjectName(QLatin1String(names::importSummary));
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::unit);
    head->addWidget(caption);
    head->addWidget(name_, 1);
    head->addSpacing(metrics::gap);
    head->addWidget(summary_, 2);

    differing_ = new QTableWidget;
    differing_->setObjectName(QLatin1String(names::importDiffering));
    differing_->setAccessibleName(tr("Lines that differ"));
    tables::dress(differing_, -1);
    differing_->horizontalHeader()->setStretchLastSection(true);
    auto *card = parts::card();
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    column->addWidget(parts::section(tr("What they become")));
    column->addLayout(head);
    column->addWidget(differing_, 1);
    return card;
}

void ImportDialog::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (const auto added = preview_.addFile(path); !added)
            tell(added.error());
    }
}

void ImportDialog::fetch(const QString &target)
{
    const auto parsed = parseHop(target, {});
    if (!parsed) {
        tell(parsed.error());
        return;
    }
    SiteNode node;
    node.name = parsed->host;
    node.host = parsed->host;
    node.sshPort = parsed->port == 0 ? 22 : parsed->port;
    node.sshUser = parsed->user.isEmpty() ? QStringLiteral("root") : parsed->user;
    fetch_->setEnabled(false);
    blocker_->setText(tr("Reading %1 on %2…").arg(node.configPath, node.host));
    runInBackground(
        this, [shell = shellFor_(node), node] { return fetchConfig(*shell, node.name, node.configPath); },
        [this, node](Result<FetchedConfig> fetched) {
            fetch_->setEnabled(true);
            if (!fetched) {
                tell(fetched.error());
                return;
            }
            target_->clear();
            fetched_.append(node);
            preview_.addBytes(node.name, QStringLiteral("ssh://%1%2").arg(node.host, fetched->path), fetched->text);
        });
}

void ImportDialog::refresh()
{
    showSources();
    showDiffering();
    const int differing = static_cast<int>(preview_.differing().size());
    summary_->setText(preview_.sources().isEmpty()
                          ? tr("Add at least one file to see the result.")
                          : tr("Shared lines: %1, differing: %2").arg(preview_.sharedLines()).arg(differing));
    QString blocker = preview_.blocker();
    if (blocker.isEmpty() && name_->text().trimmed().isEmpty())
        blocker = tr("Give the cluster a name.");
    if (blocker.isEmpty() && site_.cluster(name_->text().trimmed()))
        blocker = tr("The site has a cluster of this name already.");
    parts::setStyleProperty(blocker_, "role", QLatin1String("secondary"));
    blocker_->setText(blocker);
    import_->setEnabled(blocker.isEmpty());
}

void ImportDialog::showSources()
{
    const auto &sources = preview_.sources();
    // A name that is being typed changes nothing but itself; building the rows anew would take the focus away.
    if (sources_->count() == sources.size())
        return;
    while (QLayoutItem *item = sources_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const int index = static_cast<int>(i);
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::unit);
        auto *name = new QLineEdit(sources[i].node);
        name->setObjectName(QStringLiteral("importNode.%1").arg(index));
        name->setAccessibleName(tr("Name of the node"));
        name->setMaximumWidth(180);
        connect(name, &QLineEdit::textEdited, this,
                [this, index](const QString &text) { preview_.renameNode(index, text.trimmed()); });
        auto *remove = parts::iconButton(QStringLiteral("close"), tr("Take this file out"), "");
        connect(remove, &QToolButton::clicked, this, [this, index] { preview_.remove(index); });
        row->addWidget(name, 1);
        row->addWidget(parts::secondary(sources[i].origin), 3);
        row->addWidget(remove);
        sources_->addWidget(line);
    }
}

void ImportDialog::showDiffering()
{
    const QStringList nodes = preview_.nodes();
    const auto &rows = preview_.differing();
    differing_->setColumnCount(static_cast<int>(2 + nodes.size()));
    differing_->setHorizontalHeaderLabels(QStringList{tr("Block"), tr("Keyword")} + nodes);
    differing_->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < differing_->rowCount(); ++row) {
        const DifferingLine &line = rows[row];
        const QStringList texts = QStringList{line.block, line.keyword} + line.perNode;
        for (int column = 0; column < differing_->columnCount() && column < texts.size(); ++column)
            differing_->setItem(row, column, new QTableWidgetItem(texts[column].trimmed()));
    }
}

void ImportDialog::commit()
{
    const QString name = name_->text().trimmed();
    if (const auto done = preview_.commit(site_, name); !done) {
        tell(done.error());
        return;
    }
    for (SiteNode node : std::as_const(fetched_)) {
        // The person may have given the fetched node another name since.
        for (const auto &source : preview_.sources()) {
            if (source.origin.startsWith(QStringLiteral("ssh://%1/").arg(node.host)))
                node.name = source.node;
        }
        if (const auto put = site_.putNode(node); !put) {
            tell(put.error());
            return;
        }
    }
    cluster_ = name;
    accept();
}

void ImportDialog::tell(const Error &error)
{
    parts::setStyleProperty(blocker_, "role", QLatin1String("problem"));
    blocker_->setText(toQt(error.what) + QLatin1Char(' ') + toQt(error.mend));
}

} // namespace twinhelm::desk
