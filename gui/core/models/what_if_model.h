#pragma once

#include <QAbstractTableModel>
#include <QMap>
#include <QPointer>

#include "common/simulate/failure_table.h"
#include "gui/core/document/document.h"

namespace twinhelm::desk
{

/// What becomes of each virtual address if something fails, for the document as it stands. Computed in the background
/// after each change, the worst first; while that goes on, and while the document has errors, the last table stays.
class WhatIfModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FailureColumn, AddressColumn, HolderColumn, WithoutColumn, AfterColumn, ColumnCount };
    enum class Outcome { Stays, Moves, SplitBrain, Nobody }; ///< from good to bad
    enum Role { OutcomeRole = Qt::UserRole + 1 };            ///< int of Outcome

    explicit WhatIfModel(QObject *parent = nullptr);

    void setDocument(Document *document); ///< not owned
    /// Nothing is computed while nobody looks.
    void setWatched(bool watched);

    /// In words what stands in the way of a table, or that it is not whole; empty: nothing does.
    [[nodiscard]] QString remark() const { return remark_; }
    /// How many failures have this as their worst outcome. Without those of the network between the nodes, which makes
    /// two masters of any pair.
    [[nodiscard]] int count(Outcome outcome) const;
    [[nodiscard]] bool isBusy() const { return busy_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The table or the remark is new.
    void changed();

private:
    struct Line {
        simulate::Failure failure;
        simulate::Fate fate;
        bool first = true; ///< of its failure
    };

    void refresh();
    void take(const simulate::FailureTable &table);
    void setRemark(const QString &remark);
    [[nodiscard]] QString cell(const Line &line, int column) const;

    QPointer<Document> document_;
    std::vector<Line> lines_;
    QMap<Outcome, int> counts_;
    std::vector<simulate::NodeInput> computed_; ///< what the table is of
    QString remark_;
    bool watched_ = false;
    bool busy_ = false;
    bool stale_ = false;
};

/// "eth0 of lb1 goes down".
[[nodiscard]] QString failureText(const simulate::Failure &failure);

} // namespace twinhelm::desk
