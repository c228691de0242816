#include "gui/core/document/document.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/config/load.h"
#include "gui/core/base/file.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/document/edit_command.h"
#include "gui/core/document/problem_list.h"

namespace twinhelm::desk
{

namespace
{

/// Edits as changes to be applied from the back, so that no offset moves; nothing when they overlap or do not fit.
std::optional<QList<TextChange>> asChanges(const QByteArray &text, const std::vector<TextEdit> &edits)
{
    std::vector<const TextEdit *> sorted;
    for (const auto &edit : edits)
        sorted.push_back(&edit);
    std::stable_sort(sorted.begin(), sorted.end(), [](const TextEdit *a, const TextEdit *b) {
        return a->range.begin > b->range.begin || (a->range.begin == b->range.begin && a->range.end > b->range.end);
    });
    QList<TextChange> changes;
    qsizetype limit = text.size();
    for (const auto *edit : sorted) {
        const qsizetype begin = edit->range.begin;
        const qsizetype end = edit->range.end;
        if (edit->range.file != 0 || begin > end || end > limit)
            return std::nullopt;
        limit = begin;
        changes << TextChange{begin, text.mid(begin, end - begin), toBytes(edit->text)};
    }
    return changes;
}

} // namespace

Document::Document(QStringList nodes, QObject *parent) : QObject(parent), nodes_(std::move(nodes))
{
    analysis_.setSingleShot(true);
    analysis_.setInterval(0);
    connect(&analysis_, &QTimer::timeout, this, &Document::analyse);
    connect(&undo_, &QUndoStack::cleanChanged, this, [this](bool clean) { emit dirtyChanged(!clean); });
}

Document::~Document() = default;

const TextMap &Document::map() const
{
    if (mapStale_) {
        map_ = TextMap(text_);
        mapStale_ = false;
    }
    return map_;
}

void Document::setNodes(const QStringList &nodes)
{
    if (nodes == nodes_)
        return;
    nodes_ = nodes;
    scheduleAnalysis();
    emit nodesChanged();
}

void Document::reset(const QByteArray &text, const QString &path)
{
    const TextChange change{0, text_, text};
    undo_.clear();
    if (!path.isEmpty() && path != path_) {
        path_ = path;
        emit pathChanged();
    }
    swapIn({change});
}

Result<void> Document::load(const QString &path)
{
    auto bytes = readFile(path);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    reset(*bytes, path);
    return {};
}

Result<void> Document::save()
{
    if (path_.isEmpty())
        return fail("D0601", toStd(tr("This configuration has no file yet.")), toStd(tr("Choose where to save it.")));
    if (auto written = writeFile(path_, text_); !written)
        return written;
    undo_.setClean();
    return {};
}

bool Document::apply(const QString &title, const std::vector<TextEdit> &edits, const QString &mergeKey)
{
    const auto changes = asChanges(text_, edits);
    if (!changes)
        return false;
    const bool nothing = std::all_of(changes->cbegin(), changes->cend(),
                                     [](const TextChange &each) { return each.removed == each.inserted; });
    if (!nothing)
        undo_.push(new EditCommand(*this, title, *changes, mergeKey));
    return true;
}

bool Document::applyFix(const Problem &problem, std::size_t fix)
{
    flush();
    const auto found = std::find_if(problems_.cbegin(), problems_.cend(),
                                    [&](const Problem &each) { return each.sameFinding(problem); });
    if (found == problems_.cend() || fix >= found->fixes.size())
        return false;
    // A copy: applying makes new problems.
    const auto chosen = found->fixes[fix];
    return apply(toQt(chosen.title), chosen.edits);
}

bool Document::replaceText(qsizetype position, qsizetype removed, const QString &typed)
{
    const auto &shown = map();
    if (position < 0 || removed < 0 || position + removed > shown.text().size())
        return false;
    const auto begin = static_cast<std::uint32_t>(shown.byteAt(position));
    const auto end = static_cast<std::uint32_t>(shown.byteAt(position + removed));
    // A line break or a jump of the cursor ends the step, as in other editors.
    const bool continues = !typed.contains(u'\n') && typed.size() <= 1 && removed <= 1 && typingAt_ >= 0 &&
                           position + removed == typingAt_;
    if (!continues)
        ++typingRun_;
    const auto title = typed.isEmpty() ? tr("Delete text") : tr("Type text");
    const bool done = apply(title, {TextEdit{SourceRange{0, begin, end}, shown.encode(typed).toStdString()}},
                            QStringLiteral("typing %1").arg(typingRun_));
    typingAt_ = position + typed.size();
    return done;
}

void Document::swapIn(const QList<TextChange> &changes)
{
    for (const auto &change : changes)
        text_.replace(change.position, change.removed.size(), change.inserted);
    mapStale_ = true;
    typingAt_ = -1;
    scheduleAnalysis();
    emit edited(changes);
    emit textChanged();
}

bool Document::hasErrors() const
{
    return std::any_of(problems_.cbegin(), problems_.cend(),
                       [](const Problem &each) { return each.severity == Severity::Error; });
}

std::shared_ptr<const config::LoadedNode> Document::loaded(const QString &node) const
{
    const auto found = loaded_.find(node);
    return found == loaded_.end() ? nullptr : found->second;
}

QStringList Document::instanceNames() const
{
    QStringList names;
    for (const auto &node : nodes_) {
        const auto found = loaded(node);
        if (!found)
            continue;
        for (const auto &instance : found->model.instances) {
            const auto name = toQt(*instance.name);
            if (!names.contains(name))
                names << name;
        }
    }
    return names;
}

void Document::scheduleAnalysis()
{
    analysis_.start();
}

void Document::flush()
{
    if (analysis_.isActive()) {
        analysis_.stop();
        analyse();
    }
}

void Document::analyse()
{
    loaded_.clear();
    for (const auto &node : std::as_const(nodes_))
        loaded_[node] = std::make_shared<const config::LoadedNode>(config::loadText(view(text_), toStd(node)));
    problems_ = problemsOf(loaded_, nodes_);
    emit diagnosticsChanged();
}

} // namespace twinhelm::desk
