#include "gui/widgets/dialogs/new_site_dialog.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

NewSiteDialog::NewSiteDialog(PickFolder pickFolder, QWidget *parent)
    : DialogFrame(tr("New site"),
                  tr("A site is a folder with your nodes and clusters as plain files. It may lie in a repository."),
                  parent),
      name_(new QLineEdit(tr("site"))), folder_(new QLineEdit), hint_(parts::secondary(QString()))
{
    setObjectName(QStringLiteral("newSiteDialog"));
    setMinimumWidth(560);
    name_->setObjectName(QStringLiteral("newSiteName"));
    folder_->setObjectName(QStringLiteral("newSiteFolder"));
    auto *nameLabel = new QLabel(tr("&Name"));
    nameLabel->setBuddy(name_);
    auto *folderLabel = new QLabel(tr("&Folder"));
    folderLabel->setBuddy(folder_);
    auto *browse = parts::button(tr("&Browse…"), QStringLiteral("open"), "newSiteBrowse");
    auto *folderRow = new QHBoxLayout;
    folderRow->setSpacing(metrics::unit);
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(browse);
    content()->addWidget(nameLabel);
    content()->addWidget(name_);
    content()->addWidget(folderLabel);
    content()->addLayout(folderRow);
    content()->addWidget(hint_);
    content()->addStretch();
    connect(addButton(tr("Cancel"), QString(), names::rejectButton), &QPushButton::clicked, this, &QDialog::reject);
    create_ = addPrimary(tr("&Create"), QStringLiteral("new"), names::acceptButton);
    connect(create_, &QPushButton::clicked, this, &QDialog::accept);
    connect(browse, &QPushButton::clicked, this, [this, pickFolder] {
        if (const QString chosen = pickFolder(this); !chosen.isEmpty()) {
            folder_->setText(QDir::toNativeSeparators(chosen));
            folderTyped_ = true;
        }
    });
    connect(folder_, &QLineEdit::textEdited, this, [this] { folderTyped_ = true; });
    connect(folder_, &QLineEdit::textChanged, this, &NewSiteDialog::refresh);
    connect(name_, &QLineEdit::textChanged, this, &NewSiteDialog::refresh);
    refresh();
}

QString NewSiteDialog::name() const
{
    return name_->text().trimmed();
}

QString NewSiteDialog::folder() const
{
    return QDir::fromNativeSeparators(folder_->text().trimmed());
}

void NewSiteDialog::refresh()
{
    if (!folderTyped_)
        folder_->setText(QDir::toNativeSeparators(QDir::homePath() + QStringLiteral("/twinhelm/") + name()));
    const QDir there(folder());
    const bool taken = there.exists() && !there.isEmpty();
    hint_->setText(name().isEmpty() ? tr("Give the site a name.")
                   : taken          ? tr("This folder is not empty; choose a new or an empty one.")
                                    : QString());
    create_->setEnabled(hint_->text().isEmpty() && !folder().isEmpty());
}

} // namespace twinhelm::desk
