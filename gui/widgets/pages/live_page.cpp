#include "gui/widgets/pages/live_page.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include "gui/core/live/live_cluster.h"
#include "gui/core/models/event_model.h"
#include "gui/core/models/instance_status_model.h"
#include "gui/core/models/vip_model.h"
#include "gui/core/presenters/handover_offer.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/live_tables.h"
#include "gui/widgets/shared/empty_state.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

LivePage::LivePage(QWidget *parent)
    : QWidget(parent), instanceModel_(std::make_unique<InstanceStatusModel>()), vipModel_(std::make_unique<VipModel>()),
      instances_(live_tables::makeInstances(instanceModel_.get())), vips_(live_tables::makeVips(vipModel_.get())),
      eventTable_(live_tables::makeEvents()), eventStack_(new QStackedWidget), search_(new QLineEdit)
{
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::gap);
    top->addWidget(makeInstances(), 3);
    top->addWidget(makeVips(), 2);
    auto *column = parts::column(this, metrics::margin, metrics::gap);
    column->addWidget(makeUnreachableNotice());
    column->addLayout(top);
    column->addWidget(makeEvents(), 1);

    connect(instanceModel_.get(), &QAbstractItemModel::modelReset, this, &LivePage::refresh);
    connect(instanceModel_.get(), &QAbstractItemModel::dataChanged, this, &LivePage::refresh);
    connect(vipModel_.get(), &QAbstractItemModel::modelReset, this, &LivePage::fitTables);
    connect(instances_->selectionModel(), &QItemSelectionModel::currentChanged, this, &LivePage::showOffer);
}

LivePage::~LivePage() = default;

QWidget *LivePage::makeInstances()
{
    handover_ = parts::button(tr("&Hand over"), QStringLiteral("handover"), names::handoverButton);
    release_ = parts::button(tr("&Release"), QStringLiteral("release"), names::releaseButton);
    consequence_ = parts::secondary(QString());
    connect(handover_, &QPushButton::clicked, this, [this] {
        const QString instance = chosenInstance();
        for (const InstanceLive &one : live_ ? live_->instances() : QList<InstanceLive>()) {
            if (one.name == instance)
                emit handoverWanted(offerHandover(one).from, instance);
        }
    });
    connect(release_, &QPushButton::clicked, this, [this] {
        const QString instance = chosenInstance();
        for (const InstanceLive &one : live_ ? live_->instances() : QList<InstanceLive>()) {
            if (one.name == instance)
                emit releaseWanted(offerHandover(one).heldBack, instance);
        }
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addWidget(handover_);
    buttons->addWidget(release_);
    buttons->addWidget(consequence_, 1);
    auto *card = parts::card();
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    column->addWidget(parts::section(tr("Instances")));
    column->addWidget(instances_);
    column->addLayout(buttons);
    column->addStretch();
    return card;
}

QWidget *LivePage::makeVips()
{
    auto *card = parts::card();
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    column->addWidget(parts::section(tr("Virtual addresses")));
    noVips_ = parts::secondary(tr("No node has told its addresses yet."));
    column->addWidget(vips_);
    column->addWidget(noVips_);
    column->addStretch();
    return card;
}

QWidget *LivePage::makeEvents()
{
    search_->setObjectName(QLatin1String(names::eventSearch));
    search_->setPlaceholderText(tr("Search events"));
    search_->setAccessibleName(tr("Search events"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search"), IconTint::Secondary), QLineEdit::LeadingPosition);
    search_->setMaximumWidth(280);
    connect(search_, &QLineEdit::textChanged, this, &LivePage::setEventFilter);
    auto *head = new QHBoxLayout;
    head->addWidget(parts::section(tr("Events")));
    head->addStretch();
    head->addWidget(search_, 1);

    eventStack_->addWidget(new EmptyState(QStringLiteral("live"), tr("Nothing has happened yet"),
                                          tr("State changes, configuration loads and hand-overs of every node appear "
                                             "here the moment they happen.")));
    eventStack_->addWidget(eventTable_);
    auto *card = parts::card();
    auto *column = static_cast<QVBoxLayout *>(card->layout());
    column->addLayout(head);
    column->addWidget(eventStack_, 1);
    return card;
}

QWidget *LivePage::makeUnreachableNotice()
{
    unreachable_ = new QFrame;
    unreachable_->setProperty("role", QLatin1String("noticeBox"));
    unreachableText_ = parts::body(QString());
    auto *enrol = parts::button(tr("&Enrol nodes…"), QStringLiteral("key"), names::liveEnrolButton);
    connect(enrol, &QPushButton::clicked, this, &LivePage::enrolWanted);
    auto *row = new QHBoxLayout(unreachable_);
    row->setContentsMargins(metrics::gap, metrics::unit, metrics::gap, metrics::unit);
    row->setSpacing(metrics::gap);
    row->addWidget(unreachableText_, 1);
    row->addWidget(enrol);
    unreachable_->hide();
    return unreachable_;
}

void LivePage::setCluster(LiveCluster *live, EventModel *events)
{
    if (live_)
        disconnect(live_, nullptr, this, nullptr);
    live_ = live;
    events_ = events;
    instanceModel_->setCluster(live);
    vipModel_->setCluster(live);
    if (live_)
        connect(live_, &LiveCluster::changed, this, &LivePage::showUnreachable);
    eventTable_->setModel(events);
    if (events_) {
        live_tables::dressEvents(eventTable_);
        setEventFilter(search_->text());
        const auto showEvents = [this] { eventStack_->setCurrentIndex(events_ && events_->rowCount() > 0 ? 1 : 0); };
        connect(events_, &QAbstractItemModel::rowsInserted, this, showEvents);
        connect(events_, &QAbstractItemModel::rowsRemoved, this, showEvents);
        connect(events_, &QAbstractItemModel::modelReset, this, showEvents);
        showEvents();
    }
    refresh();
    showUnreachable();
}

void LivePage::setEventFilter(const QString &text)
{
    if (!events_)
        return;
    EventFilter filter;
    filter.text = text;
    filter.nodes = live_ ? live_->nodes() : QStringList();
    events_->setFilter(filter);
}

void LivePage::selectInstance(const QString &name)
{
    for (int row = 0; row < instanceModel_->rowCount(); ++row) {
        if (instanceModel_->headerData(row, Qt::Vertical, Qt::DisplayRole).toString() == name)
            instances_->setCurrentIndex(instanceModel_->index(row, 0));
    }
}

void LivePage::refresh()
{
    if (instanceModel_->rowCount() > 0 && !instances_->currentIndex().isValid())
        instances_->setCurrentIndex(instanceModel_->index(0, 0));
    fitTables();
    showOffer();
}

void LivePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Narrower cells may need another line.
    QMetaObject::invokeMethod(this, &LivePage::fitTables, Qt::QueuedConnection);
}

void LivePage::fitTables()
{
    instances_->resizeRowsToContents();
    live_tables::fitHeight(instances_);
    live_tables::fitHeight(vips_);
    vips_->setVisible(vipModel_->rowCount() > 0);
    noVips_->setVisible(vipModel_->rowCount() == 0);
}

QString LivePage::chosenInstance() const
{
    const QModelIndex current = instances_->currentIndex();
    return current.isValid() ? current.data(InstanceStatusModel::InstanceRole).toString() : QString();
}

void LivePage::showOffer()
{
    HandoverOffer offer;
    offer.consequence = tr("Choose an instance to hand it over.");
    const QString chosen = chosenInstance();
    for (const InstanceLive &one : live_ ? live_->instances() : QList<InstanceLive>()) {
        if (one.name == chosen)
            offer = offerHandover(one);
    }
    handover_->setEnabled(offer.possible);
    handover_->setToolTip(offer.consequence);
    handover_->setAccessibleDescription(offer.consequence);
    release_->setVisible(!offer.heldBack.isEmpty());
    release_->setToolTip(offer.release);
    consequence_->setText(offer.heldBack.isEmpty() ? offer.consequence : offer.release);
}

void LivePage::showUnreachable()
{
    QStringList lines;
    const QList<NodeHeader> headers = live_ ? live_->nodeHeaders() : QList<NodeHeader>();
    for (const NodeHeader &header : headers) {
        if (!header.error.isEmpty())
            lines.append(QStringLiteral("%1: %2").arg(header.name, header.error));
    }
    unreachableText_->setText(lines.join(QLatin1Char('\n')));
    unreachable_->setVisible(!lines.isEmpty());
}

} // namespace twinhelm::desk
