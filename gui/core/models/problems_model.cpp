#include "gui/core/models/problems_model.h"

#include <algorithm>

namespace twinhelm::desk
{

namespace
{

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Error: return ProblemsModel::tr("Error");
    case Severity::Warning: return ProblemsModel::tr("Warning");
    case Severity::Hint: return ProblemsModel::tr("Hint");
    }
    return {};
}

QString placeText(const Place &place)
{
    const auto at = QStringLiteral("%1:%2").arg(place.line).arg(place.column);
    return place.file.isEmpty() ? at : QStringLiteral("%1:%2").arg(place.file, at);
}

QString tooltip(const Problem &problem)
{
    QStringList lines{QStringLiteral("%1 %2").arg(problem.code, problem.message)};
    for (const auto &note : problem.notes)
        lines << QStringLiteral("%1: %2").arg(placeText(note.place), note.message);
    return lines.join(u'\n');
}

} // namespace

ProblemsModel::ProblemsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ProblemsModel::setDocument(Document *document)
{
    if (document_)
        document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &Document::diagnosticsChanged, this, &ProblemsModel::refresh);
        connect(document_, &QObject::destroyed, this, &ProblemsModel::refresh);
    }
    refresh();
}

void ProblemsModel::refresh()
{
    beginResetModel();
    rows_ = document_ ? document_->problems() : QList<Problem>();
    endResetModel();
    emit countsChanged();
}

const Problem *ProblemsModel::problemAt(int row) const
{
    return row >= 0 && row < rows_.size() ? &rows_[row] : nullptr;
}

int ProblemsModel::errorCount() const
{
    return static_cast<int>(std::count_if(rows_.begin(), rows_.end(),
                                          [](const Problem &each) { return each.severity == Severity::Error; }));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &problem = rows_[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case SeverityColumn: return severityText(problem.severity);
        case MessageColumn: return problem.message;
        case PlaceColumn: return placeText(problem.place);
        case NodeColumn: return problem.nodes.isEmpty() ? tr("all") : problem.nodes.join(tr(", "));
        case CodeColumn: return problem.code;
        default: return {};
        }
    case Qt::ToolTipRole: return tooltip(problem);
    case SeverityRole: return static_cast<int>(problem.severity);
    case BeginRole: return problem.place.begin;
    case EndRole: return problem.place.end;
    case FixCountRole: return static_cast<int>(problem.fixes.size());
    default: return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn: return tr("Severity");
    case MessageColumn: return tr("Problem");
    case PlaceColumn: return tr("Place");
    case NodeColumn: return tr("Node");
    case CodeColumn: return tr("Code");
    default: return {};
    }
}

} // namespace twinhelm::desk
