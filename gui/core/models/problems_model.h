#pragma once

#include <QAbstractTableModel>
#include <QPointer>

#include "gui/core/document/document.h"

namespace twinhelm::desk
{

/// The problems of one document: severity, message, place, node. problemAt(row)->place is where to jump to.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, MessageColumn, PlaceColumn, NodeColumn, CodeColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole + 1, BeginRole, EndRole, FixCountRole };

    explicit ProblemsModel(QObject *parent = nullptr);
    void setDocument(Document *document);

    [[nodiscard]] const Problem *problemAt(int row) const;
    [[nodiscard]] int errorCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void countsChanged();

private:
    void refresh();

    QPointer<Document> document_;
    QList<Problem> rows_;
};

} // namespace twinhelm::desk
