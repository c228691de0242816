#include "gui/core/presenters/form_reader.h"

#include <algorithm>

#include <QCoreApplication>

#include "gui/core/base/qt_text.h"
#include "gui/core/presenters/field_text.h"

namespace twinhelm::desk
{

namespace
{

bool allEqual(const QList<FieldValue> &values)
{
    return std::all_of(values.begin(), values.end(), [&](const FieldValue &each) {
        return each.text == values.front().text && each.set == values.front().set;
    });
}

} // namespace

config::Target FormReader::target(const FieldSpec &spec) const
{
    const auto stands = [&](const config::Target &target) {
        return spec.isList() ? !editor_.entries(target.path, {}).empty() : editor_.value(target, {}).has_value();
    };
    auto own = spec.target(block_);
    if (spec.aliases.empty() || stands(own))
        return own;
    for (const auto spelling : spec.aliases) {
        if (auto other = spec.target(block_, spelling); stands(other))
            return other;
    }
    return own;
}

std::optional<QString> FormReader::value(const FieldSpec &spec, const QString &node) const
{
    const auto target = this->target(spec);
    if (!spec.isList()) {
        const auto written = editor_.value(target, toStd(node));
        return written ? std::optional(fromFile(spec.row, toQt(*written))) : std::nullopt;
    }
    QStringList lines;
    for (const auto &entry : editor_.entries(target.path, toStd(node)))
        lines << toQt(entry);
    return lines.isEmpty() ? std::nullopt : std::optional(lines.join(u'\n'));
}

FormRow FormReader::row(const FieldSpec &spec) const
{
    auto row = spec.row;
    const auto target = this->target(spec);
    for (const auto &node : nodes_) {
        const auto read = value(spec, node);
        row.values << FieldValue{node, read.value_or(QString()), read.has_value(), {}};
        if (!spec.isList() && editor_.values(target, toStd(node)).size() > 1)
            row.editable = false;
    }
    const bool same = allEqual(row.values);
    row.shared = same && !opened_.contains(row.key) && (spec.isList() || editor_.isShared(target));
    return row;
}

FormRow FormReader::unknownRow(const QString &keyword) const
{
    FormRow row;
    row.key = keyword;
    row.label = keyword;
    row.help = QCoreApplication::translate("twinhelm::desk::Field", "No version of keepalived knows this word here.");
    row.editable = false;
    const config::Target target{block_, toStd(keyword)};
    for (const auto &node : nodes_) {
        const auto read = editor_.value(target, toStd(node));
        row.values << FieldValue{node, read ? toQt(*read) : QString(), read.has_value(), {}};
    }
    row.shared = allEqual(row.values);
    return row;
}

} // namespace twinhelm::desk
