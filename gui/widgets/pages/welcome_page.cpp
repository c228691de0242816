#include "gui/widgets/pages/welcome_page.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

constexpr int columnWidth = 720;
constexpr int markSize = 56;

QWidget *makeHead()
{
    auto *mark = new QLabel;
    mark->setPixmap(QIcon(QStringLiteral(":/icons/twinhelm.svg")).pixmap(markSize, markSize));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(metrics::half);
    texts->addWidget(parts::title(WelcomePage::tr("Twinhelm")));
    texts->addWidget(
        parts::secondary(WelcomePage::tr("Edit, deploy and watch pairs of Linux load balancers from one window.")));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(mark);
    row->addLayout(texts, 1);
    return head;
}

QFrame *makeChoice(const QString &sentence, QPushButton *button)
{
    auto *card = parts::card();
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    auto *text = parts::secondary(sentence);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(text, 1);
    column->addSpacing(metrics::unit);
    column->addWidget(button);
    return card;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent), recent_(new QWidget)
{
    setObjectName(QLatin1String(names::welcomePage));
    recent_->setObjectName(QLatin1String(names::recentSites));
    recentColumn_ = parts::column(recent_, 0, metrics::half);

    auto *middle = new QWidget;
    middle->setFixedWidth(columnWidth);
    auto *column = parts::column(middle, 0, metrics::margin);
    column->addWidget(makeHead());
    column->addWidget(makeChoices());
    column->addWidget(recent_);
    auto *outer = parts::column(this, metrics::margin, 0);
    outer->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(middle);
    row->addStretch();
    outer->addLayout(row);
    outer->addStretch(3);
    showRecent({});
}

QWidget *WelcomePage::makeChoices()
{
    auto *import = parts::primaryButton(tr("&Import pair…"), QStringLiteral("import"), names::welcomeImportButton);
    auto *open = parts::button(tr("&Open site…"), QStringLiteral("open"), names::openSiteButton);
    auto *fresh = parts::button(tr("&New site…"), QStringLiteral("new"), names::newSiteButton);
    connect(import, &QPushButton::clicked, this, &WelcomePage::importWanted);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(fresh, &QPushButton::clicked, this, &WelcomePage::newWanted);

    auto *choices = new QWidget;
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(makeChoice(tr("You have two keepalived.conf files, here or on the balancers. See what they share "
                                 "and what differs, as one pair."),
                              import),
                   1);
    row->addWidget(makeChoice(tr("A site is a folder with your nodes and clusters. Open one from this computer or "
                                 "from your repository."),
                              open),
                   1);
    row->addWidget(makeChoice(tr("Start with an empty folder, then add nodes and clusters to it."), fresh), 1);
    return choices;
}

void WelcomePage::showRecent(const QStringList &folders)
{
    while (QLayoutItem *item = recentColumn_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    recent_->setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    recentColumn_->addWidget(parts::section(tr("Recent sites")));
    for (const QString &folder : folders.mid(0, 5)) {
        const QString path = QDir::toNativeSeparators(folder);
        auto *button = parts::button(QStringLiteral("%1  —  %2").arg(QFileInfo(folder).fileName(), path),
                                     QStringLiteral("site"), "");
        button->setProperty("kind", QLatin1String("link"));
        connect(button, &QPushButton::clicked, this, [this, folder] { emit folderWanted(folder); });
        recentColumn_->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace twinhelm::desk
