#include "gui/core/models/event_model.h"

#include <algorithm>
#include <iterator>

#include <QDateTime>

#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

int severityRank(const QString &severity)
{
    static const QStringList order{QStringLiteral("info"), QStringLiteral("notice"), QStringLiteral("warning"),
                                   QStringLiteral("error")};
    return static_cast<int>(order.indexOf(severity));
}

QString timeText(WallMillis time)
{
    const auto when = QDateTime::fromMSecsSinceEpoch(time);
    const bool today = when.date() == QDate::currentDate();
    return when.toString(today ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

} // namespace

EventModel::EventModel(int capacity, QObject *parent) : QAbstractTableModel(parent), capacity_(std::max(1, capacity)) {}

void EventModel::append(const QString &node, const wire::Event &event)
{
    const auto newer = [](WallMillis time, const std::shared_ptr<const Entry> &entry) {
        return time >= entry->event.time;
    };
    if (event.id != 0 && !seen_.insert({node, event.id, event.time}).second)
        return;
    auto entry = std::make_shared<const Entry>(Entry{node, event});
    all_.insert(std::upper_bound(all_.begin(), all_.end(), event.time, newer), entry);
    if (passes(*entry)) {
        const auto at = std::upper_bound(shown_.begin(), shown_.end(), event.time, newer);
        const auto row = static_cast<int>(at - shown_.begin());
        beginInsertRows({}, row, row);
        shown_.insert(at, entry);
        endInsertRows();
    }
    while (totalCount() > capacity_)
        dropOldest();
}

void EventModel::dropOldest()
{
    const auto oldest = all_.back();
    all_.pop_back();
    seen_.erase({oldest->node, oldest->event.id, oldest->event.time});
    if (shown_.empty() || shown_.back() != oldest)
        return;
    const auto row = static_cast<int>(shown_.size()) - 1;
    beginRemoveRows({}, row, row);
    shown_.pop_back();
    endRemoveRows();
}

void EventModel::clear()
{
    beginResetModel();
    all_.clear();
    shown_.clear();
    seen_.clear();
    endResetModel();
}

void EventModel::setFilter(const EventFilter &filter)
{
    if (filter == filter_)
        return;
    beginResetModel();
    filter_ = filter;
    shown_.clear();
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(shown_),
                 [this](const auto &entry) { return passes(*entry); });
    endResetModel();
}

bool EventModel::passes(const Entry &entry) const
{
    if (!filter_.nodes.isEmpty() && !filter_.nodes.contains(entry.node))
        return false;
    const auto kind = toQt(entry.event.kind);
    const bool kindFits = filter_.kinds.isEmpty() ||
                          std::any_of(filter_.kinds.cbegin(), filter_.kinds.cend(), [&kind](const QString &wanted) {
                              return wanted.endsWith(u'.') ? kind.startsWith(wanted) : kind == wanted;
                          });
    if (!kindFits)
        return false;
    if (!filter_.leastSeverity.isEmpty() &&
        severityRank(toQt(entry.event.severity)) < severityRank(filter_.leastSeverity))
        return false;
    if (filter_.text.isEmpty())
        return true;
    for (int column = 0; column < ColumnCount; ++column) {
        if (cellText(entry, column).contains(filter_.text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QString EventModel::cellText(const Entry &entry, int column) const
{
    switch (column) {
    case TimeColumn: return timeText(entry.event.time);
    case NodeColumn: return entry.node;
    case SubjectColumn: return toQt(entry.event.subject);
    case TextColumn: return toQt(entry.event.text);
    case CauseColumn: return toQt(entry.event.cause).replace(u'_', u' ');
    default: return {};
    }
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &entry = *shown_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cellText(entry, index.column());
    case Qt::ToolTipRole: {
        QStringList lines{toQt(entry.event.text)};
        for (const auto &[key, value] : entry.event.details)
            lines << QStringLiteral("%1: %2").arg(toQt(key), toQt(value));
        return lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    }
    case SeverityRole: return toQt(entry.event.severity);
    case KindRole: return toQt(entry.event.kind);
    case IdRole: return QVariant::fromValue<quint64>(entry.event.id);
    case NodeRole: return entry.node;
    case WallMillisRole: return QVariant::fromValue<qint64>(entry.event.time);
    default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case NodeColumn: return tr("Node");
    case SubjectColumn: return tr("Subject");
    case TextColumn: return tr("What happened");
    case CauseColumn: return tr("Cause");
    default: return {};
    }
}

} // namespace twinhelm::desk
