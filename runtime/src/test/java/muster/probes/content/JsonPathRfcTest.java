package muster.probes.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples of RFC 9535, by its sections.
class JsonPathRfcTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORE = """
        {"store": {"book": [
          {"category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95},
          {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99},
          {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99},
          {"category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99}],
         "bicycle": {"color": "red", "price": 399}}}\
        """;
    private static final String NAMES =
            "{\"o\": {\"j j\": {\"k.k\": 3}}, \"'\": {\"@\": 2}, \"d\": [1, {\"a\": 2}], \"n\": null}";
    private static final String LETTERS = "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]";
    private static final String COMPARED = "{\"obj\": {\"x\": \"y\"}, \"arr\": [2, 3]}";
    private static final String FILTERED = """
        {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
         "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}\
        """;
    private static final String DEEP = "{\"o\": {\"j\": 1, \"k\": 2}, \"a\": [5, 3, [{\"j\": 4}, {\"k\": 6}]]}";
    private static final String NULLS = "{\"a\": null, \"b\": [null], \"c\": [{}], \"null\": 1}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "$.store.book[*].author ~ [`Nigel Rees`,`Evelyn Waugh`,`Herman Melville`,`J. R. R. Tolkien`]",
                "$.store..price ~ [8.95,12.99,8.99,22.99,399]",
                "$..book[2].author ~ [`Herman Melville`]",
                "$..book[2].publisher ~ []",
                "$..book[-1].title ~ [`The Lord of the Rings`]",
                "$..book[0,1].price ~ [8.95,12.99]",
                "$..book[:2].price ~ [8.95,12.99]",
                "$..book[?@.isbn].price ~ [8.99,22.99]",
                "$..book[?@.price<10].price ~ [8.95,8.99]",
                "$.store.book[?length(@.author) > 12].price ~ [8.99,22.99]",
                "$.store[?count(@.*) == 2].color ~ [`red`]",
                "$..book[?match(@.title, 'S.*')].price ~ [8.95,12.99]",
                "$..book[?search(@.title, 'of')].price ~ [8.95,12.99,22.99]",
                "$..book[?value(@..isbn) == '0-553-21311-3'].price ~ [8.99]",
            })
    void figure1AndItsFunctions(String query, String found) {
        assertThat(found(STORE, query)).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "$.o['j j']['k.k'] ~ [3]",
                "$.o[\"j j\"][\"k.k\"] ~ [3]",
                "$[\"'\"][\"@\"] ~ [2]",
                "$['\\''][\"@\"] ~ [2]",
                "$ .o [ 'j j' ] [\"k.k\"] ~ [3]",
                "$.d[1].a ~ [2]",
                "$['\\u006f']['j j']['k\\u002ek'] ~ [3]",
                "$.n ~ [null]",
                "$.o.x ~ []",
            })
    void names(String query, String found) {
        assertThat(found(NAMES, query)).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "$[1] ~ [`b`]",
                "$[-2] ~ [`f`]",
                "$[99] ~ []",
                "$[1:3] ~ [`b`,`c`]",
                "$[5:] ~ [`f`,`g`]",
                "$[1:5:2] ~ [`b`,`d`]",
                "$[5:1:-2] ~ [`f`,`d`]",
                "$[::-1] ~ [`g`,`f`,`e`,`d`,`c`,`b`,`a`]",
                "$[1:5:0] ~ []",
                "$[5:9007199254740991:9007199254740991] ~ [`f`]",
                "$[0, 3] ~ [`a`,`d`]",
                "$[0:2, 5] ~ [`a`,`b`,`f`]",
                "$[0, 0] ~ [`a`,`a`]",
            })
    void indexesAndSlices(String query, String found) {
        assertThat(found(LETTERS, query)).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "$.absent1 == $.absent2 ~ true",
                "$.absent1 <= $.absent2 ~ true",
                "$.absent == 'g' ~ false",
                "$.absent1 != $.absent2 ~ false",
                "$.absent != 'g' ~ true",
                "1 <= 2 ~ true",
                "1 > 2 ~ false",
                "13 == '13' ~ false",
                "'a' <= 'b' ~ true",
                "'a' > 'b' ~ false",
                "$.obj == $.arr ~ false",
                "$.obj != $.arr ~ true",
                "$.obj == $.obj ~ true",
                "$.obj != $.obj ~ false",
                "$.arr == $.arr ~ true",
                "$.obj == 17 ~ false",
                "$.obj != 17 ~ true",
                "$.obj <= $.arr ~ false",
                "$.obj < $.arr ~ false",
                "$.obj <= $.obj ~ true",
                "1 <= $.arr ~ false",
                "1 >= $.arr ~ false",
                "1 > $.arr ~ false",
                "1 < $.arr ~ false",
                "true <= true ~ true",
                "true > true ~ false",
                "1 == 1.0 ~ true",
                "-0 == 0 ~ true",
                "10 == 1e1 ~ true",
                "'\uD83D\uDE00' > '\uE000' ~ true",
            })
    void comparisons(String condition, boolean holds) {
        assertThat(found(COMPARED, "$[?" + condition + "]").equals("[]")).isNotEqualTo(holds);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "$.a[?@.b == 'kilo'] ~ [{`b`:`kilo`}]",
                "$.a[?(@.b == 'kilo')] ~ [{`b`:`kilo`}]",
                "$.a[?@>3.5] ~ [5,4,6]",
                "$.a[?@.b] ~ [{`b`:`j`},{`b`:`k`},{`b`:{}},{`b`:`kilo`}]",
                "$[?@.*] ~"
                        + " [[3,5,1,2,4,6,{`b`:`j`},{`b`:`k`},{`b`:{}},{`b`:`kilo`}],{`p`:1,`q`:2,`r`:3,`s`:5,`t`:{`u`:6}}]",
                "$[?@[?@.b]] ~ [[3,5,1,2,4,6,{`b`:`j`},{`b`:`k`},{`b`:{}},{`b`:`kilo`}]]",
                "$.o[?@<3, ?@<3] ~ [1,2,1,2]",
                "$.a[?@<2 || @.b == \"k\"] ~ [1,{`b`:`k`}]",
                "$.a[?match(@.b, \"[jk]\")] ~ [{`b`:`j`},{`b`:`k`}]",
                "$.a[?search(@.b, \"[jk]\")] ~ [{`b`:`j`},{`b`:`k`},{`b`:`kilo`}]",
                "$.o[?@>1 && @<4] ~ [2,3]",
                "$.o[?@.u || @.x] ~ [{`u`:6}]",
                "$.a[?@.b == $.x] ~ [3,5,1,2,4,6]",
                "$.a[?@ == @] ~ [3,5,1,2,4,6,{`b`:`j`},{`b`:`k`},{`b`:{}},{`b`:`kilo`}]",
                "$.a[?!@.b && @ > 4] ~ [5,6]",
                "$.a[?!match(@.b, '[jk]') && @.b] ~ [{`b`:{}},{`b`:`kilo`}]",
                "$.a[?length(@.b) == 1] ~ [{`b`:`j`},{`b`:`k`}]",
                "$.a[?length(@.b) == 0] ~ [{`b`:{}}]",
            })
    void filters(String query, String found) {
        assertThat(found(FILTERED, query)).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "$..j ~ [1,4]",
                "$..[0] ~ [5,{`j`:4}]",
                "$.o..[*, *] ~ [1,2,1,2]",
                "$.a..[0, 1] ~ [5,3,{`j`:4},{`k`:6}]",
            })
    void descendants(String query, String found) {
        assertThat(found(DEEP, query)).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "$.a ~ [null]",
                "$.a[0] ~ []",
                "$.a.d ~ []",
                "$.b[0] ~ [null]",
                "$.b[*] ~ [null]",
                "$.b[?@] ~ [null]",
                "$.b[?@==null] ~ [null]",
                "$.c[?@.d==null] ~ []",
                "$.null ~ [1]",
            })
    void nullIsAValue(String query, String found) {
        assertThat(found(NULLS, query)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[?length(@) < 3]",
                "$[?count(@.*) == 1]",
                "$[?match(@.timezone, 'Europe/.*')]",
                "$[?value(@..color) == 'red']"
            })
    void wellTypedFunctionsAreRead(String query) {
        assertThat(JsonPath.of(query)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[?length(@.*) < 3]",
                "$[?count(1) == 1]",
                "$[?count(foo(@.*)) == 1]",
                "$[?match(@.timezone, 'Europe/.*') == true]",
                "$[?value(@..color)]",
                "$[?bar(@.a)]",
                "$[?length(@.a, @.b) == 1]",
                "$[?@..a == 1]",
                "$[?true]",
                "$[?!@.a == 1]",
                "$[01]",
                "$[-0]",
                "$[9007199254740992]",
                "$['\\uD800']",
                "$['a\\x']",
                "$['\"\\\"']",
                "$.1",
                "$.a b",
                "$ ",
                " $",
                "$.",
                "$..",
                "$[?count (@.*) == 1]",
                "$['a",
            })
    void whatIsNoQueryIsRefused(String query) {
        assertThatThrownBy(() -> JsonPath.of(query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void patternsAreThoseOfTheirOwnRfcAndTakeNoTime() {
        assertThat(found("[\"a\\nb\", \"a.b\", \"a\\rb\", \"axb\", \"^a$\"]", "$[?match(@, 'a.b')]"))
                .isEqualTo("[`a.b`,`axb`]");
        assertThat(found("[\"^a$\", \"a\"]", "$[?match(@, '^a$')]")).isEqualTo("[`^a$`]");
        assertThat(found("[\"a\", 1, null]", "$[?match(@, '(')]")).isEqualTo("[]");
        assertThat(found("[\"" + "a".repeat(5_000) + "b\"]", "$[?match(@, '(a*)*(a*)*c')]"))
                .isEqualTo("[]");
    }

    private static String found(String json, String query) {
        JsonNode root = JSON.readTree(json);
        return JSON.writeValueAsString(JsonPath.of(query).in(root)).replace('"', '`');
    }
}
