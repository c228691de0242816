#include "gui/core/models/what_if_model.h"

#include <algorithm>

#include <QLocale>

#include "common/config/load.h"
#include "gui/core/base/background.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

using simulate::Failure;
using simulate::Fate;

WhatIfModel::Outcome outcomeOf(const Fate &fate)
{
    if (fate.during.empty())
        return WhatIfModel::Outcome::Nobody;
    if (fate.during.size() > 1)
        return WhatIfModel::Outcome::SplitBrain;
    return fate.moves() ? WhatIfModel::Outcome::Moves : WhatIfModel::Outcome::Stays;
}

WhatIfModel::Outcome worstOf(const simulate::FailureRow &row)
{
    auto worst = WhatIfModel::Outcome::Stays;
    for (const auto &fate : row.fates)
        worst = std::max(worst, outcomeOf(fate));
    return worst;
}

QString secondsOf(Duration time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    if (milliseconds < 1000)
        return WhatIfModel::tr("%1 ms").arg(QLocale().toString(qlonglong(milliseconds)));
    return WhatIfModel::tr("%1 s").arg(QLocale().toString(double(milliseconds) / 1000.0, 'f', 1));
}

QString nodeOrNobody(const std::string &node)
{
    return node.empty() ? WhatIfModel::tr("nobody") : toQt(node);
}

QString addressesText(const Fate &fate)
{
    constexpr std::size_t shown = 3;
    QStringList out;
    for (std::size_t i = 0; i < std::min(shown, fate.addresses.size()); ++i)
        out << toQt(fate.addresses[i].toString());
    const auto more = fate.addresses.size() - static_cast<std::size_t>(out.size());
    const auto text = out.join(QStringLiteral(", "));
    return more > 0 ? WhatIfModel::tr("%1 and %n more", nullptr, static_cast<int>(more)).arg(text) : text;
}

QString holderText(const Fate &fate)
{
    switch (outcomeOf(fate)) {
    case WhatIfModel::Outcome::Nobody: return WhatIfModel::tr("nobody");
    case WhatIfModel::Outcome::SplitBrain: {
        QStringList nodes;
        for (const auto &node : fate.during)
            nodes << toQt(node);
        return WhatIfModel::tr("%1 at the same time").arg(nodes.join(WhatIfModel::tr(" and ")));
    }
    case WhatIfModel::Outcome::Stays: return WhatIfModel::tr("stays on %1").arg(toQt(fate.before));
    case WhatIfModel::Outcome::Moves:
        return QStringLiteral("%1 → %2").arg(nodeOrNobody(fate.before), toQt(fate.during.front()));
    }
    return {};
}

QString withoutText(const Fate &fate)
{
    if (!fate.without)
        return WhatIfModel::tr("until it is mended");
    return fate.moves() && fate.during.size() == 1 ? secondsOf(*fate.without) : QStringLiteral("–");
}

QString afterText(const Fate &fate)
{
    if (fate.during.size() == 1 && fate.after == fate.during.front())
        return fate.moves() ? WhatIfModel::tr("stays on %1").arg(toQt(fate.after)) : QStringLiteral("–");
    const auto back = WhatIfModel::tr("on %1").arg(nodeOrNobody(fate.after));
    return fate.withoutOnReturn > std::chrono::milliseconds(10)
               ? WhatIfModel::tr("%1, without it for %2").arg(back, secondsOf(fate.withoutOnReturn))
               : back;
}

} // namespace

QString failureText(const Failure &failure)
{
    const auto node = toQt(failure.node);
    const auto name = toQt(failure.name);
    switch (failure.kind) {
    case Failure::Kind::NodeDies: return WhatIfModel::tr("%1 dies").arg(node);
    case Failure::Kind::NodeStops: return WhatIfModel::tr("%1 is stopped in order").arg(node);
    case Failure::Kind::LinkDown: return WhatIfModel::tr("%1 of %2 goes down").arg(name, node);
    case Failure::Kind::ScriptFails:
        return node.isEmpty() ? WhatIfModel::tr("%1 fails on every node").arg(name)
                              : WhatIfModel::tr("%1 fails on %2").arg(name, node);
    case Failure::Kind::Partition: return WhatIfModel::tr("the nodes do not hear each other");
    }
    return {};
}

WhatIfModel::WhatIfModel(QObject *parent) : QAbstractTableModel(parent) {}

void WhatIfModel::setDocument(Document *document)
{
    if (document_)
        document_->disconnect(this);
    document_ = document;
    if (document_)
        connect(document_, &Document::diagnosticsChanged, this, &WhatIfModel::refresh);
    computed_.clear();
    take({});
    refresh();
}

void WhatIfModel::setWatched(bool watched)
{
    watched_ = watched;
    refresh();
}

void WhatIfModel::setRemark(const QString &remark)
{
    remark_ = remark;
    emit changed();
}

void WhatIfModel::refresh()
{
    if (!document_ || !watched_)
        return;
    stale_ = busy_;
    if (busy_)
        return;
    if (document_->hasErrors()) {
        setRemark(tr("The configuration has errors; this is what held before them."));
        return;
    }
    std::vector<simulate::NodeInput> nodes;
    for (const auto &node : document_->nodes()) {
        if (const auto loaded = document_->loaded(node))
            nodes.push_back({toStd(node), loaded->settings, {}});
    }
    const auto same = [](const simulate::NodeInput &a, const simulate::NodeInput &b) {
        return a.id == b.id && a.settings == b.settings;
    };
    if (!nodes.empty() && std::equal(nodes.begin(), nodes.end(), computed_.begin(), computed_.end(), same)) {
        setRemark({});
        return;
    }
    busy_ = true;
    computed_ = nodes;
    runInBackground(
        this, [nodes = std::move(nodes)] { return simulate::failureTable(nodes); },
        [this](const simulate::FailureTable &table) {
            busy_ = false;
            take(table);
            if (stale_)
                refresh();
        });
}

void WhatIfModel::take(const simulate::FailureTable &table)
{
    beginResetModel();
    lines_.clear();
    counts_.clear();
    auto rows = table.rows;
    std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return worstOf(a) > worstOf(b); });
    for (const auto &row : rows) {
        if (row.failure.kind != Failure::Kind::Partition)
            ++counts_[worstOf(row)];
        bool first = true;
        for (const auto &fate : row.fates) {
            lines_.push_back({row.failure, fate, first});
            first = false;
        }
    }
    endResetModel();
    setRemark(table.complete ? QString() : tr("More can fail than is shown here."));
}

int WhatIfModel::count(Outcome outcome) const
{
    return counts_.value(outcome);
}

int WhatIfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int WhatIfModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WhatIfModel::cell(const Line &line, int column) const
{
    switch (column) {
    case FailureColumn: return line.first ? failureText(line.failure) : QString();
    case AddressColumn: return addressesText(line.fate);
    case HolderColumn: return holderText(line.fate);
    case WithoutColumn: return withoutText(line.fate);
    case AfterColumn: return afterText(line.fate);
    default: return {};
    }
}

QVariant WhatIfModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &line = lines_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cell(line, index.column());
    case OutcomeRole: return static_cast<int>(outcomeOf(line.fate));
    case Qt::ToolTipRole: {
        QStringList all;
        for (const auto &address : line.fate.addresses)
            all << toQt(address.toString());
        return tr("If %1: %2\n%3").arg(failureText(line.failure), holderText(line.fate), all.join(u'\n'));
    }
    default: return {};
    }
}

QVariant WhatIfModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FailureColumn: return tr("If this fails");
    case AddressColumn: return tr("Virtual addresses");
    case HolderColumn: return tr("Who holds them");
    case WithoutColumn: return tr("Without them for");
    case AfterColumn: return tr("When it is mended");
    default: return {};
    }
}

} // namespace twinhelm::desk
