#include "gui/core/presenters/block_edits.h"

#include <algorithm>
#include <set>

#include <QCoreApplication>

#include "common/config/edit/path_editor.h"
#include "common/config/edit/renamer.h"
#include "common/config/load.h"
#include "common/config/schema/schema.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/presenters/block_sections.h"

namespace twinhelm::desk
{

namespace
{

using config::schema::Keyword;
using config::schema::Kind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::BlockEdits)
};

config::edit::Path pathOf(const BlockPath &blocks)
{
    config::edit::Path path;
    for (const auto &block : blocks) {
        config::edit::Step step{block.keyword, {}};
        if (!block.name.empty())
            step.selectors.push_back({block.name, 0});
        if (block.number > 0)
            step.selectors.push_back({{}, block.number});
        path.steps.push_back(std::move(step));
    }
    return path;
}

BlockKind kindOf(const Keyword &keyword)
{
    BlockKind kind;
    kind.keyword = toQt(keyword.name);
    kind.help = keyword.help.empty() ? QString() : QCoreApplication::translate("schema", keyword.help.data());
    kind.named = !keyword.arguments.starts_with('{');
    if (kind.named)
        kind.nameHint = toQt(keyword.arguments).section(u'{', 0, 0).trimmed();
    return kind;
}

bool canBeAdded(const Keyword &keyword, bool top)
{
    if (keyword.kind == Kind::Removed || !keyword.aliasOf.empty() || !keyword.opensBlock())
        return false;
    return top || (keyword.kind == Kind::Block && !isPartOfItsBlock(keyword));
}

Result<void> applyStep(Document *document, const QString &title, const Result<std::vector<TextEdit>> &edits)
{
    if (!edits)
        return tl::unexpected(edits.error());
    if (!document->apply(title, *edits))
        return fail("E0002", "The text has changed meanwhile.", "Try again.");
    document->flush();
    return {};
}

/// What a word stands for in all instances of all nodes.
template<typename Read>
void forEachInstance(const Document &document, Read read)
{
    for (const auto &node : document.nodes()) {
        if (const auto loaded = document.loaded(node)) {
            for (const auto &instance : loaded->model.instances)
                read(instance);
        }
    }
}

std::string usualInterface(const Document &document)
{
    std::string name;
    forEachInstance(document, [&](const auto &instance) {
        if (name.empty())
            name = *instance.interface;
    });
    return name.empty() ? "eth0" : name;
}

int freeRouterId(const Document &document)
{
    std::set<int> taken;
    forEachInstance(document, [&](const auto &instance) { taken.insert(static_cast<int>(*instance.virtualRouterId)); });
    constexpr int usualFirst = 51;
    for (int id = usualFirst; id <= 255; ++id) {
        if (!taken.contains(id))
            return id;
    }
    for (int id = 1; id < usualFirst; ++id) {
        if (!taken.contains(id))
            return id;
    }
    return usualFirst;
}

} // namespace

QList<BlockKind> addableKinds(const BlockPath &path)
{
    QList<BlockKind> out;
    const auto *schema = path.empty() ? config::schema::findBlock("") : schemaOf(path);
    if (!schema || schema->entries)
        return out;
    for (const auto &keyword : schema->keywords) {
        if (canBeAdded(keyword, path.empty()))
            out << kindOf(keyword);
    }
    if (path.empty())
        std::stable_sort(out.begin(), out.end(), [](const BlockKind &a, const BlockKind &b) {
            const auto section = sectionOf(a.keyword);
            if (section != sectionOf(b.keyword))
                return section < sectionOf(b.keyword);
            const auto &order = blockSections()[section].keywords;
            return order.indexOf(a.keyword) < order.indexOf(b.keyword);
        });
    return out;
}

std::vector<std::string> BlockEdits::body(const QString &keyword) const
{
    if (keyword == u"vrrp_instance")
        return {"state BACKUP", "interface " + usualInterface(*document_),
                "virtual_router_id " + std::to_string(freeRouterId(*document_)), "priority 100", "advert_int 1"};
    if (keyword == u"vrrp_sync_group")
        return {"group {\n}"};
    if (keyword == u"vrrp_script")
        return {"interval 2", "timeout 2", "fall 2", "rise 2"};
    if (keyword == u"virtual_server")
        return {"delay_loop 6", "lb_algo wlc", "lb_kind NAT", "protocol TCP"};
    if (keyword == u"real_server")
        return {"weight 1", "TCP_CHECK {\nconnect_timeout 3\n}"};
    if (keyword == u"HTTP_GET" || keyword == u"SSL_GET")
        return {"url {\npath /\nstatus_code 200\n}", "connect_timeout 3"};
    if (keyword == u"url")
        return {"path /", "status_code 200"};
    if (keyword == u"TCP_CHECK" || keyword == u"SMTP_CHECK" || keyword == u"PING_CHECK" || keyword == u"UDP_CHECK" ||
        keyword == u"DNS_CHECK")
        return {"connect_timeout 3"};
    return {};
}

Result<BlockPath> BlockEdits::add(const BlockPath &parent, const QString &keyword, const QString &name) const
{
    auto path = parent;
    path.push_back({toStd(keyword), config::edit::plainWords(toStd(name))});
    const config::EditContext context(document_->text().toStdString(), toStd(document_->nodes()));
    const config::edit::PathEditor editor(context);
    const auto edits = editor.add(pathOf(path), {}, body(keyword));
    const auto what = name.isEmpty() ? keyword : keyword + u' ' + name;
    if (edits && edits->empty())
        return fail("E0007", toStd(Text::tr("%1 is there already, as it would be made.").arg(what)),
                    toStd(Text::tr("Change that one first.")));
    if (auto done = applyStep(document_, Text::tr("Add %1").arg(what), edits); !done)
        return tl::unexpected(done.error());
    // Of several without a name the new one is the last.
    const auto outline = outlineOf(config::parse(document_->text().toStdString()), document_->nodes());
    const auto *level = &outline;
    for (std::size_t depth = 0; depth < parent.size(); ++depth) {
        const auto found = std::find_if(level->begin(), level->end(),
                                        [&](const BlockEntry &each) { return each.last() == parent[depth]; });
        if (found == level->end())
            return path;
        level = &found->children;
    }
    for (const auto &entry : *level) {
        if (entry.last().keyword == path.back().keyword && entry.last().name == path.back().name)
            path.back().number = entry.last().number;
    }
    return path;
}

Result<BlockPath> BlockEdits::rename(const BlockPath &path, const QString &name) const
{
    const config::EditContext context(document_->text().toStdString(), toStd(document_->nodes()));
    const config::edit::Renamer renamer(context);
    const auto title = Text::tr("Rename %1 to %2").arg(toQt(path.back().name), name);
    if (auto done = applyStep(document_, title, renamer.rename(pathOf(path), toStd(name))); !done)
        return tl::unexpected(done.error());
    auto renamed = path;
    renamed.back().name = config::edit::plainWords(toStd(name));
    return renamed;
}

Result<void> BlockEdits::remove(const BlockPath &path) const
{
    const config::EditContext context(document_->text().toStdString(), toStd(document_->nodes()));
    const config::edit::PathEditor editor(context);
    const auto &last = path.back();
    const auto what = toQt(last.name.empty() ? last.keyword : last.keyword + " " + last.name);
    const auto edits = editor.remove(pathOf(path), {});
    if (edits && edits->empty())
        return fail("E0002", toStd(Text::tr("There is no %1 any more.").arg(what)), {});
    return applyStep(document_, Text::tr("Remove %1").arg(what), edits);
}

QString BlockEdits::freeName(const QString &keyword) const
{
    QString stem;
    if (keyword == u"vrrp_instance")
        stem = QStringLiteral("VI_");
    else if (keyword == u"vrrp_sync_group")
        stem = QStringLiteral("VG_");
    else
        return {};
    const auto outline = outlineOf(config::parse(document_->text().toStdString()), document_->nodes());
    const auto taken = [&](const QString &name) {
        return std::any_of(outline.begin(), outline.end(), [&](const BlockEntry &each) {
            return each.last().keyword == toStd(keyword) && each.last().name == toStd(name);
        });
    };
    int number = 1;
    while (taken(stem + QString::number(number)))
        ++number;
    return stem + QString::number(number);
}

} // namespace twinhelm::desk
