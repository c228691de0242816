#pragma once

#include <deque>
#include <memory>
#include <set>
#include <tuple>

#include <QAbstractTableModel>
#include <QStringList>

#include "common/wire/messages.h"

namespace twinhelm::desk
{

/// What of the events is shown. Empty members let everything through.
struct EventFilter {
    QString text; ///< in any column, case ignored
    QStringList nodes;
    QStringList kinds;     ///< "vrrp.state", or "vrrp." for all that begin so
    QString leastSeverity; ///< info notice warning error
    friend bool operator==(const EventFilter &, const EventFilter &) = default;
};

/// Events of all nodes, newest first by the nodes' wall clocks, at most capacity() of them.
/// An event that was shown already (same node, id and time) is ignored.
class EventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, NodeColumn, SubjectColumn, TextColumn, CauseColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole + 1, KindRole, IdRole, NodeRole, WallMillisRole };

    explicit EventModel(int capacity = 10000, QObject *parent = nullptr);

    void append(const QString &node, const wire::Event &event);
    void clear();
    void setFilter(const EventFilter &filter);
    [[nodiscard]] const EventFilter &filter() const { return filter_; }
    [[nodiscard]] int capacity() const { return capacity_; }
    /// All that are kept, shown or not.
    [[nodiscard]] int totalCount() const { return static_cast<int>(all_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        QString node;
        wire::Event event;
    };
    [[nodiscard]] bool passes(const Entry &entry) const;
    [[nodiscard]] QString cellText(const Entry &entry, int column) const;
    void dropOldest();

    int capacity_;
    EventFilter filter_;
    std::deque<std::shared_ptr<const Entry>> all_;                  ///< newest first
    std::deque<std::shared_ptr<const Entry>> shown_;                ///< newest first
    std::set<std::tuple<QString, std::uint64_t, WallMillis>> seen_; ///< ids start anew when a node loses its journal
};

} // namespace twinhelm::desk
