#include "mocks/newrelic/graphql_reading.hpp"

#include "mocks/newrelic/limits.hpp"

#include <utility>

namespace chatops::mocks::newrelic::graphql {

/// One more step into what stands in each other.
class reader::nested {
  public:
    explicit nested(reader& in) : in_(in) {
        if (++in_.depth_ > limits::document_depth)
            throw unreadable("Document is nested too deeply", in_.at());
    }
    nested(const nested&) = delete;
    nested& operator=(const nested&) = delete;
    ~nested() { --in_.depth_; }

  private:
    reader& in_;
};

document read_document(std::string_view source) { return reader(source).whole(); }

// Source: the words are those of Absinthe, which NerdGraph is made with.
void reader::fail() const {
    throw unreadable("syntax error before: \"" + now_.text + "\"", now_.at);
}

bool reader::passes(std::string_view sign) {
    if (!is_sign(sign)) return false;
    advance();
    return true;
}

bool reader::passes_word(std::string_view word) {
    if (!is_word(word)) return false;
    advance();
    return true;
}

void reader::expect(std::string_view sign) {
    if (!passes(sign)) fail();
}

std::string reader::name() {
    if (now_.is != token::kind::name) fail();
    std::string text = std::move(now_.text);
    advance();
    return text;
}

void reader::skip_text() {
    if (now_.is == token::kind::text) advance();
}

type_name reader::type() {
    const nested one(*this);
    type_name made;
    if (passes("[")) {
        made.of.push_back(type());
        expect("]");
    } else {
        made.name = name();
    }
    made.is_required = passes("!");
    return made;
}

literal reader::list(bool is_constant) {
    literal made{literal::kind::list};
    while (!passes("]")) made.items.push_back(value(is_constant));
    return made;
}

literal reader::object(bool is_constant) {
    literal made{literal::kind::object};
    while (!passes("}")) {
        std::string key = name();
        expect(":");
        made.members.emplace_back(std::move(key), value(is_constant));
    }
    return made;
}

literal reader::value(bool is_constant) {
    const nested one(*this);
    const place began = now_.at;
    literal made;
    if (passes("[")) {
        made = list(is_constant);
    } else if (passes("{")) {
        made = object(is_constant);
    } else if (!is_constant && passes("$")) {
        made = {literal::kind::variable, name()};
    } else {
        switch (now_.is) {
        case token::kind::whole: made.is = literal::kind::whole; break;
        case token::kind::fraction: made.is = literal::kind::fraction; break;
        case token::kind::text: made.is = literal::kind::text; break;
        case token::kind::name:
            made.is = now_.text == "null"                           ? literal::kind::null
                      : now_.text == "true" || now_.text == "false" ? literal::kind::boolean
                                                                    : literal::kind::name;
            break;
        default: fail();
        }
        made.text = std::move(now_.text);
        advance();
    }
    made.at = began;
    return made;
}

std::vector<argument> reader::arguments(bool is_constant) {
    std::vector<argument> all;
    if (!passes("(")) return all;
    do {
        const place began = now_.at;
        std::string key = name();
        expect(":");
        all.push_back({std::move(key), value(is_constant), began});
    } while (!passes(")"));
    return all;
}

std::vector<directive> reader::directives(bool is_constant) {
    std::vector<directive> all;
    while (is_sign("@")) {
        const place began = now_.at;
        advance();
        std::string called = name();
        all.push_back({std::move(called), arguments(is_constant), began});
    }
    return all;
}

selection reader::one_selection() {
    selection made;
    made.at = now_.at;
    if (passes("...")) {
        const bool is_spread = now_.is == token::kind::name && now_.text != "on";
        made.is = is_spread ? selection::kind::spread : selection::kind::inline_fragment;
        if (is_spread)
            made.name = name();
        else if (passes_word("on"))
            made.on = name();
        made.directives = directives(false);
        if (!is_spread) made.selections = selections();
        return made;
    }
    made.key = made.name = name();
    if (passes(":")) made.name = name();
    made.arguments = arguments(false);
    made.directives = directives(false);
    if (is_sign("{")) made.selections = selections();
    return made;
}

std::vector<selection> reader::selections() {
    const nested one(*this);
    expect("{");
    std::vector<selection> all;
    do all.push_back(one_selection());
    while (!passes("}"));
    return all;
}

std::vector<variable_definition> reader::variables() {
    std::vector<variable_definition> all;
    if (!passes("(")) return all;
    do {
        variable_definition made;
        made.at = now_.at;
        expect("$");
        made.name = name();
        expect(":");
        made.type = type();
        if (passes("=")) made.otherwise = value(true);
        directives(true);
        all.push_back(std::move(made));
    } while (!passes(")"));
    return all;
}

operation reader::read_operation() {
    operation made;
    made.at = now_.at;
    if (now_.is == token::kind::name) {
        made.kind = name();
        if (now_.is == token::kind::name) made.name = name();
        made.variables = variables();
        made.directives = directives(false);
    }
    made.selections = selections();
    return made;
}

fragment reader::read_fragment() {
    fragment made;
    made.at = now_.at;
    advance();
    if (is_word("on")) fail();
    made.name = name();
    if (!passes_word("on")) fail();
    made.on = name();
    made.directives = directives(false);
    made.selections = selections();
    return made;
}

document reader::whole() {
    document made;
    do {
        if (is_word("fragment"))
            made.fragments.push_back(read_fragment());
        else if (is_sign("{") || is_word("query") || is_word("mutation") || is_word("subscription"))
            made.operations.push_back(read_operation());
        else
            fail();
    } while (!at_end());
    return made;
}

} // namespace chatops::mocks::newrelic::graphql
