#include "gui/core/presenters/field_spec.h"

#include <algorithm>

#include <QCoreApplication>

#include "common/config/schema/schema.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/presenters/field_labels.h"

namespace twinhelm::desk
{

namespace
{

using config::schema::Keyword;
using config::schema::Kind;
using config::schema::Unit;

constexpr std::string_view formBlock = "vrrp_instance";

/// "[MASTER|BACKUP]" -> MASTER, BACKUP.
QStringList choicesOf(const Keyword &keyword)
{
    auto text = toQt(keyword.arguments);
    text.remove(u'[').remove(u']');
    return text.split(u'|', Qt::SkipEmptyParts);
}

/// One word is expected, so that a number field makes sense.
bool isSingle(const Keyword &keyword)
{
    return keyword.arguments.find(' ') == std::string_view::npos && !keyword.argumentOptional();
}

FieldKind kindOf(const Keyword &keyword)
{
    switch (keyword.kind) {
    case Kind::Flag: return FieldKind::Flag;
    case Kind::Bool: return FieldKind::Bool;
    case Kind::Uint:
    case Kind::Int: return isSingle(keyword) ? FieldKind::Integer : FieldKind::Text;
    case Kind::Decimal: return isSingle(keyword) ? FieldKind::Seconds : FieldKind::Text;
    case Kind::Enum: return FieldKind::Enum;
    case Kind::Secret: return FieldKind::Secret;
    case Kind::ListBlock:
        return keyword.arguments.find("address entry") == std::string_view::npos ? FieldKind::List
                                                                                 : FieldKind::Addresses;
    default: return FieldKind::Text;
    }
}

QString unitText(Unit unit)
{
    switch (unit) {
    case Unit::None: return {};
    case Unit::Seconds: return QStringLiteral("s");
    case Unit::Milliseconds: return QStringLiteral("ms");
    case Unit::Microseconds: return QStringLiteral("µs");
    case Unit::Bytes: return QCoreApplication::translate("twinhelm::desk::Field", "bytes");
    }
    return {};
}

FieldSpec specOf(const Keyword &keyword, const std::vector<config::BlockRef> &inner)
{
    FieldSpec spec;
    spec.keyword = &keyword;
    spec.inner = inner;
    auto &row = spec.row;
    for (const auto &block : inner)
        row.key += toQt(block.keyword) + u'.';
    row.key += toQt(keyword.name);
    row.label = fieldLabel(row.key);
    row.help = keyword.help.empty() ? QString() : QCoreApplication::translate("schema", keyword.help.data());
    row.unit = unitText(keyword.unit);
    row.kind = kindOf(keyword);
    if (keyword.hasRange) {
        row.minimum = keyword.min;
        row.maximum = keyword.max;
    }
    if (row.kind == FieldKind::Enum)
        row.choices = choicesOf(keyword);
    if (row.kind == FieldKind::Bool)
        row.choices = {QStringLiteral("true"), QStringLiteral("false")};
    row.defaultText = toQt(keyword.defaultText);
    row.basic = keyword.level == config::schema::Level::Basic;
    return spec;
}

/// Rows for the keywords of a block and, with their own prefix, of the plain blocks inside.
void collect(const config::schema::Block &block, const std::vector<config::BlockRef> &inner, QList<FieldSpec> &out)
{
    for (const auto &keyword : block.keywords) {
        if (keyword.kind == Kind::Removed || !keyword.aliasOf.empty())
            continue;
        if (keyword.kind != Kind::Block) {
            out << specOf(keyword, inner);
            continue;
        }
        auto deeper = inner;
        deeper.push_back({std::string(keyword.name), {}});
        if (const auto *below = config::schema::innerBlock(block, keyword.name))
            collect(*below, deeper, out);
    }
}

} // namespace

config::Target FieldSpec::target(const config::BlockRef &block) const
{
    config::Target target;
    target.path.push_back(block);
    target.path.insert(target.path.end(), inner.begin(), inner.end());
    if (isList())
        target.path.push_back({std::string(keyword->name), {}});
    else
        target.keyword = keyword->name;
    return target;
}

const QList<FieldSpec> &instanceFields()
{
    static const QList<FieldSpec> fields = [] {
        QList<FieldSpec> all;
        if (const auto *block = config::schema::findBlock(formBlock))
            collect(*block, {}, all);
        const auto &order = instanceFieldOrder();
        const auto rank = [&order](const FieldSpec &spec) {
            const auto at = order.indexOf(spec.row.key);
            return at >= 0 ? at : order.size() + (spec.row.basic ? 0 : 1);
        };
        std::stable_sort(all.begin(), all.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
        return all;
    }();
    return fields;
}

} // namespace twinhelm::desk
