#include "gui/core/site/site_file.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include <toml++/toml.h>

#include <QCoreApplication>

#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

constexpr std::string_view nodeKind = "node";
constexpr std::string_view clusterKind = "cluster";

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::SiteFile)
};

struct Parsed {
    toml::table root;
};

Result<Parsed> parse(const QByteArray &text, const QString &fileName)
{
    try {
        return Parsed{toml::parse(view(text))};
    } catch (const toml::parse_error &error) {
        const auto at = error.source().begin;
        return fail("D0501",
                    toStd(Text::tr("%1:%2:%3: this is not valid TOML: %4")
                              .arg(fileName)
                              .arg(at.line)
                              .arg(at.column)
                              .arg(toQt(error.description()))),
                    toStd(Text::tr("Mend that line in a text editor, then open the site again.")));
    }
}

/// Reads typed values out of one table and remembers the first thing that is wrong.
class TableReader
{
public:
    TableReader(const toml::table &table, QString fileName) : table_(table), fileName_(std::move(fileName)) {}

    void text(std::string_view key, QString &into, bool required = false)
    {
        const auto *node = table_.get(key);
        if (!node) {
            if (required)
                complain(table_.source(), Text::tr("\"%1\" is missing here.").arg(toQt(key)),
                         Text::tr("Add %1 = \"...\".").arg(toQt(key)));
            return;
        }
        const auto value = node->value_exact<std::string>();
        if (!value)
            complain(node->source(), Text::tr("\"%1\" must be text in quotes.").arg(toQt(key)), {});
        else if (required && value->empty())
            complain(node->source(), Text::tr("\"%1\" must not be empty.").arg(toQt(key)), {});
        else
            into = toQt(*value);
    }

    void port(std::string_view key, int &into)
    {
        const auto *node = table_.get(key);
        if (!node)
            return;
        const auto value = node->value_exact<int64_t>();
        if (!value || *value < 1 || *value > 65535)
            complain(node->source(), Text::tr("\"%1\" must be a port number from 1 to 65535.").arg(toQt(key)), {});
        else
            into = static_cast<int>(*value);
    }

    void names(std::string_view key, QStringList &into)
    {
        const auto *node = table_.get(key);
        if (!node)
            return;
        const auto *array = node->as_array();
        const bool allText =
            array && std::all_of(array->begin(), array->end(), [](const toml::node &each) { return each.is_string(); });
        if (!allText) {
            complain(node->source(), Text::tr("\"%1\" must be a list of names in quotes.").arg(toQt(key)),
                     Text::tr("For example: %1 = [\"lb01\", \"lb02\"]").arg(toQt(key)));
            return;
        }
        for (const auto &each : *array)
            into << toQt(each.as_string()->get());
    }

    void complain(const toml::source_region &where, const QString &what, const QString &mend)
    {
        if (error_)
            return;
        error_ = Error{
            "D0502",
            toStd(
                QStringLiteral("%1:%2:%3: %4").arg(fileName_).arg(where.begin.line).arg(where.begin.column).arg(what)),
            toStd(mend)};
    }

    [[nodiscard]] const std::optional<Error> &error() const { return error_; }
    [[nodiscard]] const toml::table &table() const { return table_; }

private:
    const toml::table &table_;
    QString fileName_;
    std::optional<Error> error_;
};

SiteNode readNode(TableReader &in)
{
    SiteNode node;
    in.text("name", node.name, true);
    node.host = node.name;
    in.text("host", node.host);
    in.port("ssh_port", node.sshPort);
    in.text("ssh_user", node.sshUser);
    in.text("identity_file", node.identityFile);
    in.text("proxy_jump", node.proxyJump);
    in.text("api_host", node.apiHost);
    in.port("api_port", node.apiPort);
    in.text("config_path", node.configPath);
    in.text("runtime_dir", node.runtimeDir);
    in.text("state_dir", node.stateDir);
    in.text("ctl", node.ctl);
    QString engine = QStringLiteral("twinhelmd");
    in.text("engine", engine);
    if (engine == u"keepalived")
        node.engine = Engine::Keepalived;
    else if (engine != u"twinhelmd")
        in.complain(in.table().get("engine")->source(), Text::tr("\"%1\" is not an engine.").arg(engine),
                    Text::tr("Write \"twinhelmd\" or \"keepalived\"."));
    return node;
}

SiteCluster readCluster(TableReader &in)
{
    SiteCluster cluster;
    in.text("name", cluster.name, true);
    cluster.file = QStringLiteral("clusters/%1.conf").arg(cluster.name);
    in.text("file", cluster.file);
    in.names("nodes", cluster.nodes);
    return cluster;
}

template<typename T, typename Read>
Result<QList<T>> readAll(const toml::table &root, std::string_view kind, const QString &fileName, Read read)
{
    QList<T> all;
    const auto *found = root.get(kind);
    if (!found)
        return all;
    const auto *array = found->as_array();
    if (!array || !std::all_of(array->begin(), array->end(), [](const toml::node &each) { return each.is_table(); }))
        return fail("D0502", toStd(Text::tr("%1:%2: \"%3\" must be written as [[%3]] tables.")
                                       .arg(fileName)
                                       .arg(found->source().begin.line)
                                       .arg(toQt(kind))));
    for (const auto &each : *array) {
        TableReader reader(*each.as_table(), fileName);
        T one = read(reader);
        const bool twice = std::any_of(all.begin(), all.end(), [&](const T &other) { return other.name == one.name; });
        if (twice)
            reader.complain(each.source(), Text::tr("the name \"%1\" is used twice.").arg(one.name),
                            Text::tr("Give each %1 a name of its own.").arg(toQt(kind)));
        if (reader.error())
            return tl::unexpected<Error>(*reader.error());
        all << one;
    }
    return all;
}

/// A basic string (TOML 1.0): quotes, backslashes and control characters escaped.
QString quoted(const QString &text)
{
    QString out(u'"');
    for (const auto c : text) {
        if (c == u'"' || c == u'\\')
            out += QStringLiteral("\\") + c;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7F)
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

/// Whether a value means what `text` means, however it is written.
bool means(const toml::node &node, const QByteArray &text)
{
    const auto other = toml::parse("v = " + text.toStdString());
    const auto plain = [](const auto &view) {
        std::ostringstream out;
        out << view;
        return out.str();
    };
    return plain(toml::node_view<const toml::node>(node)) == plain(other["v"]);
}

/// What a [[node]] or [[cluster]] is to say: key -> TOML text, in the order new keys are written.
using Wanted = QList<std::pair<QByteArray, QByteArray>>;

Wanted wanted(const SiteNode &node)
{
    Wanted out;
    const auto text = [&out](const char *key, const QString &value) {
        out << std::pair(QByteArray(key), quoted(value).toUtf8());
    };
    text("name", node.name);
    text("host", node.host);
    out << std::pair(QByteArray("ssh_port"), QByteArray::number(node.sshPort));
    text("ssh_user", node.sshUser);
    text("identity_file", node.identityFile);
    text("proxy_jump", node.proxyJump);
    text("api_host", node.apiHost);
    out << std::pair(QByteArray("api_port"), QByteArray::number(node.apiPort));
    text("engine", node.engine == Engine::Keepalived ? QStringLiteral("keepalived") : QStringLiteral("twinhelmd"));
    text("config_path", node.configPath);
    text("runtime_dir", node.runtimeDir);
    text("state_dir", node.stateDir);
    text("ctl", node.ctl);
    return out;
}

Wanted wanted(const SiteCluster &cluster)
{
    QStringList names;
    for (const auto &each : cluster.nodes)
        names << quoted(each);
    return {{"name", quoted(cluster.name).toUtf8()},
            {"file", quoted(cluster.file).toUtf8()},
            {"nodes", "[" + names.join(QStringLiteral(", ")).toUtf8() + "]"}};
}

/// What an absent key means, so that a new table says only what is special.
Wanted defaultsFor(const SiteNode &node)
{
    SiteNode plain;
    plain.name = node.name;
    return wanted(plain);
}

Wanted defaultsFor(const SiteCluster &cluster)
{
    SiteCluster plain;
    plain.name = cluster.name;
    return wanted(plain);
}

/// TOML positions are (line, character); edits need bytes.
class LineOffsets
{
public:
    explicit LineOffsets(const QByteArray &text) : text_(text)
    {
        starts_.push_back(0);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == '\n')
                starts_.push_back(i + 1);
        }
    }

    [[nodiscard]] qsizetype lineStart(std::size_t line) const
    {
        return line - 1 < starts_.size() ? starts_[line - 1] : text_.size();
    }

    [[nodiscard]] qsizetype at(const toml::source_position &position) const
    {
        qsizetype offset = lineStart(position.line);
        for (auto left = position.column - 1; left > 0 && offset < text_.size(); --left) {
            ++offset;
            while (offset < text_.size() && (static_cast<unsigned char>(text_[offset]) & 0xC0U) == 0x80U)
                ++offset;
        }
        return offset;
    }

private:
    const QByteArray &text_;
    std::vector<qsizetype> starts_;
};

void collectHeaderLines(const toml::node &node, std::set<std::size_t> &lines)
{
    if (const auto *table = node.as_table()) {
        if (!table->is_inline() && table->source().begin.line > 0)
            lines.insert(table->source().begin.line);
        for (const auto &[key, value] : *table)
            collectHeaderLines(value, lines);
    } else if (const auto *array = node.as_array()) {
        for (const auto &each : *array)
            collectHeaderLines(each, lines);
    }
}

const toml::table *findTable(const toml::table &root, std::string_view kind, const QString &name)
{
    const auto *array = root.get_as<toml::array>(kind);
    if (!array)
        return nullptr;
    for (const auto &each : *array) {
        const auto *table = each.as_table();
        if (table && table->get_as<std::string>("name") && table->get_as<std::string>("name")->get() == toStd(name))
            return table;
    }
    return nullptr;
}

std::size_t lastLineOf(const toml::table &table)
{
    std::size_t last = table.source().begin.line;
    for (const auto &[key, value] : table) {
        const auto *sub = value.as_table();
        if (!sub || sub->is_inline())
            last = std::max<std::size_t>(last, value.source().end.line);
    }
    return last;
}

QByteArray insertLines(const QByteArray &text, qsizetype offset, const QByteArray &lines)
{
    const bool needsBreak = offset > 0 && text[offset - 1] != '\n';
    return text.left(offset) + (needsBreak ? "\n" : "") + lines + text.mid(offset);
}

/// A table changed in place: values replaced where they stand, new keys after the last one.
QByteArray patched(const QByteArray &text, const toml::table &table, const Wanted &want, const Wanted &defaults)
{
    const LineOffsets offsets(text);
    std::map<qsizetype, std::pair<qsizetype, QByteArray>, std::greater<>> replacements;
    QByteArray added;
    for (qsizetype i = 0; i < want.size(); ++i) {
        const auto &[key, value] = want[i];
        if (const auto *node = table.get(view(key))) {
            if (means(*node, value))
                continue;
            const auto begin = offsets.at(node->source().begin);
            const auto end = offsets.at(node->source().end);
            replacements[begin] = {end, value};
        } else if (value != defaults[i].second) {
            added += key + " = " + value + "\n";
        }
    }
    QByteArray out = text;
    if (!added.isEmpty())
        out = insertLines(out, offsets.lineStart(lastLineOf(table) + 1), added);
    for (const auto &[begin, rest] : replacements)
        out.replace(begin, rest.first - begin, rest.second);
    return out;
}

QByteArray appended(const QByteArray &text, std::string_view kind, const Wanted &want, const Wanted &defaults)
{
    QByteArray block = "\n[[" + toBytes(kind) + "]]\n";
    for (qsizetype i = 0; i < want.size(); ++i) {
        if (i == 0 || want[i].second != defaults[i].second)
            block += want[i].first + " = " + want[i].second + "\n";
    }
    return insertLines(text, text.size(), block);
}

template<typename T>
Result<QByteArray> put(const QByteArray &text, std::string_view kind, const T &one)
{
    const auto parsed = parse(text, QStringLiteral("site.toml"));
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    if (const auto *table = findTable(parsed->root, kind, one.name))
        return patched(text, *table, wanted(one), defaultsFor(one));
    return appended(text, kind, wanted(one), defaultsFor(one));
}

Result<QByteArray> removed(const QByteArray &text, std::string_view kind, const QString &name)
{
    const auto parsed = parse(text, QStringLiteral("site.toml"));
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    const auto *table = findTable(parsed->root, kind, name);
    if (!table)
        return text;
    std::set<std::size_t> headers;
    collectHeaderLines(parsed->root, headers);
    const auto first = table->source().begin.line;
    // Sub-tables of the entry ([node.extra]) go with it: they stand between it and the next entry.
    auto next = headers.upper_bound(lastLineOf(*table));
    const LineOffsets offsets(text);
    const auto end = next == headers.end() ? text.size() : offsets.lineStart(*next);
    const auto begin = offsets.lineStart(first);
    return text.left(begin) + text.mid(end);
}

Result<SiteFile> asFile(const Result<QByteArray> &text)
{
    if (!text)
        return tl::unexpected<Error>(text.error());
    return SiteFile(*text);
}

} // namespace

SiteFile SiteFile::fresh(const QString &siteName)
{
    return SiteFile("# Nodes of this site, how to reach them, and which of them share addresses.\n\n[site]\nname = " +
                    quoted(siteName).toUtf8() + "\n");
}

Result<SiteContent> SiteFile::read(const QString &fileName) const
{
    const auto parsed = parse(text_, fileName);
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    SiteContent content;
    if (const auto *site = parsed->root.get_as<toml::table>("site")) {
        TableReader reader(*site, fileName);
        reader.text("name", content.name, true);
        if (reader.error())
            return tl::unexpected<Error>(*reader.error());
    }
    auto nodes = readAll<SiteNode>(parsed->root, nodeKind, fileName, readNode);
    if (!nodes)
        return tl::unexpected<Error>(nodes.error());
    auto clusters = readAll<SiteCluster>(parsed->root, clusterKind, fileName, readCluster);
    if (!clusters)
        return tl::unexpected<Error>(clusters.error());
    content.nodes = std::move(*nodes);
    content.clusters = std::move(*clusters);
    for (const auto &cluster : content.clusters) {
        for (const auto &name : cluster.nodes) {
            const bool known = std::any_of(content.nodes.begin(), content.nodes.end(),
                                           [&](const SiteNode &node) { return node.name == name; });
            if (!known)
                return fail(
                    "D0503",
                    toStd(Text::tr("%1: cluster \"%2\" names a node \"%3\" that is not described.")
                              .arg(fileName, cluster.name, name)),
                    toStd(Text::tr("Add a [[node]] with name = \"%1\", or take it out of the cluster.").arg(name)));
        }
    }
    return content;
}

Result<SiteFile> SiteFile::withNode(const SiteNode &node) const
{
    return asFile(put(text_, nodeKind, node));
}

Result<SiteFile> SiteFile::withoutNode(const QString &name) const
{
    return asFile(removed(text_, nodeKind, name));
}

Result<SiteFile> SiteFile::withCluster(const SiteCluster &cluster) const
{
    return asFile(put(text_, clusterKind, cluster));
}

Result<SiteFile> SiteFile::withoutCluster(const QString &name) const
{
    return asFile(removed(text_, clusterKind, name));
}

} // namespace twinhelm::desk
