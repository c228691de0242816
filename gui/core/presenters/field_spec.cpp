#include "gui/core/presenters/field_spec.h"

#include <algorithm>

#include <QCoreApplication>
#include <QHash>

#include "common/config/schema/help.h"
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

QStringList choicesOf(const Keyword &keyword)
{
    return toQt(keyword.choices).split(u'|', Qt::SkipEmptyParts);
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
    case Kind::Enum: return isSingle(keyword) ? FieldKind::Enum : FieldKind::Text;
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

QString translated(std::string_view text)
{
    return text.empty() ? QString() : QCoreApplication::translate("schema", text.data());
}

QString effectText(config::schema::Effect effect)
{
    using config::schema::Effect;
    switch (effect) {
    case Effect::Live: return {};
    case Effect::Announce:
        return QCoreApplication::translate("twinhelm::desk::Field",
                                           "A change announces the addresses anew; they stay where they are.");
    case Effect::Election:
        return QCoreApplication::translate("twinhelm::desk::Field",
                                           "A change may move a virtual address to another node.");
    case Effect::Restart:
        return QCoreApplication::translate("twinhelm::desk::Field",
                                           "A change takes effect only when the daemon is started anew.");
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
    row.help = translated(keyword.help);
    row.paragraph = translated(config::schema::paragraph(keyword));
    row.effect = effectText(keyword.effect);
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

/// Rows for the keywords of a block and, with their own prefix, of the blocks that are part of it.
void collect(const config::schema::Block &block, const std::vector<config::BlockRef> &inner, QList<FieldSpec> &out)
{
    for (const auto &keyword : block.keywords) {
        if (keyword.kind == Kind::Removed || !keyword.aliasOf.empty())
            continue;
        if (keyword.kind != Kind::Block) {
            out << specOf(keyword, inner);
            for (const auto &other : block.keywords) {
                if (other.aliasOf == keyword.name && other.kind != Kind::Removed)
                    out.back().aliases.push_back(other.name);
            }
            continue;
        }
        if (!isPartOfItsBlock(keyword))
            continue;
        auto deeper = inner;
        deeper.push_back({std::string(keyword.name), {}});
        if (const auto *below = config::schema::innerBlock(block, keyword.name))
            collect(*below, deeper, out);
    }
}

/// The keyword that opens a block.
const Keyword *keywordOf(const config::schema::Block &block)
{
    const auto slash = block.path.rfind('/');
    const auto outer = slash == std::string_view::npos ? std::string_view() : block.path.substr(0, slash);
    return config::schema::find(outer, slash == std::string_view::npos ? block.path : block.path.substr(slash + 1));
}

QList<FieldSpec> makeFields(const config::schema::Block &block)
{
    QList<FieldSpec> all;
    if (block.entries) {
        if (const auto *keyword = keywordOf(block)) {
            all << specOf(*keyword, {});
            all.back().wholeBlock = true;
            all.back().row.basic = true;
        }
        return all;
    }
    collect(block, {}, all);
    const auto order = block.path == "vrrp_instance" ? instanceFieldOrder() : QStringList();
    const auto rank = [&order](const FieldSpec &spec) {
        const auto at = order.indexOf(spec.row.key);
        return at >= 0 ? at : order.size() + (spec.row.basic ? 0 : 1);
    };
    std::stable_sort(all.begin(), all.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return all;
}

} // namespace

config::Target FieldSpec::target(const BlockPath &block, std::string_view spelling) const
{
    const auto word = spelling.empty() ? keyword->name : spelling;
    config::Target target;
    target.path = block;
    if (wholeBlock)
        return target;
    target.path.insert(target.path.end(), inner.begin(), inner.end());
    if (isList())
        target.path.push_back({std::string(word), {}});
    else
        target.keyword = word;
    return target;
}

QString FieldSpec::keyOf(std::string_view spelling) const
{
    const auto dot = row.key.lastIndexOf(u'.');
    return row.key.left(dot + 1) + toQt(spelling);
}

const QList<FieldSpec> &fieldsOf(const config::schema::Block &block)
{
    static QHash<std::uint8_t, QList<FieldSpec>> made;
    const auto found = made.constFind(block.number);
    return found != made.cend() ? *found : *made.insert(block.number, makeFields(block));
}

} // namespace twinhelm::desk
