#include "common/config/session/session.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "common/config/model/build.h"
#include "common/config/schema/names.h"
#include "common/config/validate/check_engine_support.h"
#include "common/config/validate/check_keywords.h"
#include "common/config/validate/validate.h"

namespace twinhelm::config
{

namespace
{

/// Numbers from here on stand for blocks, so that ranges need not change when the text in front of them does.
constexpr FileIndex firstBlockId = 0x80000000U;
/// Beyond this, what each block finds defined is not kept, and every edit reads everything.
constexpr std::size_t mostDefinitionsKept = 500'000;

/// global_defs, and the keywords that stand outside any block.
bool bringsGlobals(const StatementTree &tree)
{
    for (std::uint32_t at = 0; at < tree.nodes().size(); at = tree.nodes()[at].end) {
        const auto &node = tree.nodes()[at];
        if (node.keyword && (!node.block || node.keyword->name == schema::names::globalDefs))
            return true;
    }
    return false;
}

} // namespace

Session::Session(std::string text, ExpandOptions options, std::string path)
    : path_(std::move(path)), options_(std::move(options))
{
    reset(std::move(text));
}

Session::~Session() = default;

void Session::reset(std::string text)
{
    text_ = std::move(text);
    readAll();
    finish();
}

bool Session::apply(const std::vector<TextEdit> &edits)
{
    blocksRead_ = 0;
    bool fits = true;
    bool changed = false;
    for (const auto &edit : edits) {
        const auto [file, begin, end] = edit.range;
        fits = file == 0 && begin <= end && end <= text_.size() &&
               text_.size() + edit.text.size() < std::numeric_limits<std::uint32_t>::max();
        if (!fits)
            break;
        changed = true;
        text_.replace(begin, end - begin, edit.text);
        if (!exact_ || blocks_.empty()) {
            readAll();
            continue;
        }
        const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), begin,
                                            [](std::uint32_t at, const Block &block) { return at < block.begin; });
        const auto growth = static_cast<std::int64_t>(edit.text.size()) - (end - begin);
        readFrom(static_cast<std::size_t>(after - blocks_.begin()) - 1, end, growth);
    }
    if (changed)
        finish();
    return fits;
}

FileIndex Session::newId()
{
    if (!freeIds_.empty()) {
        const auto id = freeIds_.back();
        freeIds_.pop_back();
        return id;
    }
    beginOfId_.push_back(0);
    return firstBlockId + static_cast<FileIndex>(beginOfId_.size() - 1);
}

void Session::readAll()
{
    files_ = {};
    files_.add(path_, {});
    pipeline_ = std::make_unique<BlockPipeline>(files_, options_);
    blocks_.clear();
    freeIds_.clear();
    beginOfId_.clear();
    model_ = {};
    model_.nodeId = options_.nodeId;
    statesKept_ = 0;
    std::vector<model::NodeConfig> parts(1);
    std::vector<Block> fresh(1);
    auto state = std::make_shared<const ExpandState>(pipeline_->expander().state());
    State before = state;
    for (std::uint32_t at = 0; at < text_.size() && !pipeline_->expander().spent().tooMuch;) {
        fresh[0] = readBlock(at, before, parts[0]);
        at += fresh[0].size;
        replaceBlocks(blocks_.size(), blocks_.size(), std::move(fresh), std::move(parts));
        fresh.resize(1);
        parts.assign(1, {});
    }
    exact_ = withinLimits();
}

/// Reads the block at `begin`; `state` is what it finds, and then what it leaves.
Session::Block Session::readBlock(std::uint32_t begin, State &state, model::NodeConfig &part)
{
    ++blocksRead_;
    auto &expander = pipeline_->expander();
    Block block;
    block.id = newId();
    block.begin = begin;
    block.before = state;
    const auto spent = expander.spent();
    const auto unknown = pipeline_->unknownWords();
    expander.forgetIncludedFiles();
    static_cast<void>(expander.takeStateUsed());
    pipeline_->start(block.id, std::string_view(text_).substr(begin), 0);
    pipeline_->next(block.findings, block.gaps);
    block.size = static_cast<std::uint32_t>(pipeline_->position());
    block.stateUsed = expander.takeStateUsed();
    block.included = expander.includedFiles();
    block.spent = {expander.spent().lines - spent.lines, expander.spent().bytes - spent.bytes,
                   expander.spent().files - spent.files, expander.spent().tooMuch};
    block.unknownWords = pipeline_->unknownWords() - unknown;
    if (block.stateUsed && expander.state() != *state) {
        statesKept_ += expander.state().definitions.size();
        state = std::make_shared<const ExpandState>(expander.state());
    }
    model::read(part, pipeline_->expanded(), pipeline_->tree());
    block.counts = countsOf(part);
    block.hasGlobals = bringsGlobals(pipeline_->tree());
    checkRules(rules::Scope::Block, part, block.findings);
    return block;
}

/// Blocks [from, to) make way for `fresh`.
void Session::replaceBlocks(std::size_t from, std::size_t to, std::vector<Block> fresh,
                            std::vector<model::NodeConfig> parts)
{
    ModelCounts at{};
    ModelCounts removed{};
    const bool append = from == blocks_.size();
    if (append)
        at = countsOf(model_);
    for (std::size_t i = 0; i < to && !append; ++i) {
        for (std::size_t list = 0; list < modelLists; ++list)
            (i < from ? at : removed)[list] += blocks_[i].counts[list];
    }
    for (std::size_t i = from; i < to; ++i) {
        freeIds_.push_back(blocks_[i].id);
        globalsStale_ = globalsStale_ || blocks_[i].hasGlobals;
    }
    for (const auto &block : fresh)
        globalsStale_ = globalsStale_ || block.hasGlobals;
    replaceParts(model_, at, removed, std::move(parts));
    if (to - from == fresh.size()) {
        std::move(fresh.begin(), fresh.end(), blocks_.begin() + static_cast<std::ptrdiff_t>(from));
        return;
    }
    const auto next = blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(from),
                                    blocks_.begin() + static_cast<std::ptrdiff_t>(to));
    blocks_.insert(next, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
}

/// The text has changed inside block `first`, up to `oldEnd` of the old text, and is `growth` bytes longer.
void Session::readFrom(std::size_t first, std::uint32_t oldEnd, std::int64_t growth)
{
    auto stale = first + 1; // the first one that may still be right
    while (stale < blocks_.size() && blocks_[stale].begin < oldEnd)
        ++stale;
    for (auto i = stale; i < blocks_.size(); ++i)
        blocks_[i].begin = static_cast<std::uint32_t>(blocks_[i].begin + growth);
    auto state = blocks_[first].before;
    while (true) {
        pipeline_->expander().state() = *state;
        std::vector<Block> fresh;
        std::vector<model::NodeConfig> parts;
        auto at = blocks_[first].begin;
        const auto fits = [&] { return stale < blocks_.size() && blocks_[stale].begin == at; };
        while (at < text_.size() && !fits()) {
            pipeline_->expander().spent() = {};
            pipeline_->unknownWords() = 0;
            fresh.push_back(readBlock(at, state, parts.emplace_back()));
            at += fresh.back().size;
            if (fresh.back().spent.tooMuch)
                break;
            while (stale < blocks_.size() && blocks_[stale].begin < at)
                ++stale;
        }
        const auto count = fresh.size();
        replaceBlocks(first, stale, std::move(fresh), std::move(parts));
        // What the changed blocks define may matter further down.
        auto next = first + count;
        const auto same = [&] { return blocks_[next].before == state || *blocks_[next].before == *state; };
        while (next < blocks_.size() && !same() && !blocks_[next].stateUsed)
            blocks_[next++].before = state;
        if (next == blocks_.size() || same())
            break;
        first = next;
        stale = next + 1;
    }
    if (!withinLimits())
        readAll();
}

/// Counts that hold for a whole file have stayed within bounds, so that it does not matter in which order blocks were
/// read.
bool Session::withinLimits() const
{
    ExpandSpent spent;
    unsigned unknown = 0;
    for (const auto &block : blocks_) {
        spent.lines += block.spent.lines;
        spent.bytes += block.spent.bytes;
        spent.files += block.spent.files;
        spent.tooMuch = spent.tooMuch || block.spent.tooMuch;
        unknown += block.unknownWords;
    }
    return !spent.tooMuch && spent.lines <= limits::mostLines && spent.bytes <= limits::mostBytes &&
           spent.files <= limits::mostFiles && unknown <= mostComparedWords && statesKept_ <= mostDefinitionsKept;
}

/// global_defs blocks add up; what one of them said cannot be taken back but by reading all of them.
void Session::readGlobals()
{
    model::NodeConfig sum;
    Diagnostics known;
    for (const auto &block : blocks_) {
        if (!block.hasGlobals)
            continue;
        pipeline_->expander().state() = *block.before;
        pipeline_->expander().spent() = {};
        pipeline_->start(block.id, std::string_view(text_).substr(block.begin), 0);
        pipeline_->next(known, known);
        model::NodeConfig more;
        more.global = std::move(sum.global);
        more.daemon = std::move(sum.daemon);
        model::read(more, pipeline_->expanded(), pipeline_->tree());
        sum.global = std::move(more.global);
        sum.daemon = std::move(more.daemon);
    }
    model_.global = std::move(sum.global);
    model_.daemon = std::move(sum.daemon);
}

void Session::finish()
{
    if (std::exchange(globalsStale_, false))
        readGlobals();
    shownAs_.assign(files_.size(), 0);
    order_.clear();
    for (const auto &block : blocks_) {
        beginOfId_[block.id - firstBlockId] = block.begin;
        for (const auto file : block.included) {
            if (shownAs_[file] != 0)
                continue;
            order_.push_back(file);
            shownAs_[file] = static_cast<FileIndex>(order_.size());
        }
    }
    model_.places = {firstBlockId, beginOfId_};
    Diagnostics ofRules;
    checkRules(rules::Scope::Node, model_, ofRules);
    Diagnostics gaps; // each part is named once, as by keepFirstOfEach()
    std::set<std::string_view> said;
    diagnostics_.clear();
    engineGaps_.clear();
    for (const auto &block : blocks_) {
        addResolved(diagnostics_, block.findings);
        for (const auto &gap : block.gaps) {
            if (said.insert(gap.message).second)
                gaps.push_back(gap);
        }
    }
    addResolved(diagnostics_, ofRules);
    arrange(diagnostics_, options_.nodeId);
    checkRefusals(model_, gaps);
    addResolved(engineGaps_, gaps);
}

SourceRange Session::resolve(SourceRange range) const
{
    if (range.file >= firstBlockId) {
        const auto begin = beginOfId_.at(range.file - firstBlockId);
        return {0, begin + range.begin, begin + range.end};
    }
    return {shownAs_.at(range.file), range.begin, range.end};
}

void Session::addResolved(Diagnostics &to, const Diagnostics &from) const
{
    for (const auto &one : from) {
        auto &copy = to.emplace_back(one);
        copy.range = resolve(copy.range);
        for (auto &note : copy.notes)
            note.range = resolve(note.range);
        for (auto &fix : copy.fixes) {
            for (auto &edit : fix.edits)
                edit.range = resolve(edit.range);
        }
    }
}

SourceSet Session::sources() const
{
    SourceSet out;
    out.add(path_, text_);
    for (const auto file : order_)
        out.share(files_, file);
    return out;
}

} // namespace twinhelm::config
