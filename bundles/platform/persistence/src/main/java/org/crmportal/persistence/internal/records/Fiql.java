package org.crmportal.persistence.internal.records;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.LogicalOperator;
import cz.jirutka.rsql.parser.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.crmportal.platform.CrmException;

/** Reads FIQL. The parser recurses, so what it is given is limited in length and depth before. */
final class Fiql {

  private static final int LONGEST = 16_000;
  private static final int DEEPEST = 20;
  private static final int MOST_COMPARISONS = 200;

  private static final Set<ComparisonOperator> OPERATORS =
      Set.of(
          new ComparisonOperator("=="),
          new ComparisonOperator("!="),
          new ComparisonOperator("=lt=", "<"),
          new ComparisonOperator("=le=", "<="),
          new ComparisonOperator("=gt=", ">"),
          new ComparisonOperator("=ge=", ">="),
          new ComparisonOperator("=in=", true),
          new ComparisonOperator("=out=", true));

  private final RSQLParser parser = new RSQLParser(OPERATORS);

  /** One comparison of an expression. */
  record Comparison(String selector, String operator, List<String> arguments) {}

  /**
   * Makes SQL of an expression.
   *
   * @param comparison makes SQL of one comparison
   * @throws CrmException {@code BAD_REQUEST} if the expression is none
   */
  Sql read(String expression, Function<Comparison, Sql> comparison) {
    limit(expression);
    Node node;
    try {
      node = parser.parse(expression);
    } catch (RSQLParserException e) {
      throw CrmException.badParameter("filter", "is not FIQL: " + firstLine(e.getCause()));
    }
    return sql(node, comparison, new int[1]);
  }

  private static void limit(String expression) {
    if (expression.isBlank()) {
      throw CrmException.badParameter("filter", "is empty");
    }
    if (expression.length() > LONGEST) {
      throw CrmException.badParameter("filter", "has more than " + LONGEST + " characters");
    }
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
      if (depth > DEEPEST) {
        throw CrmException.badParameter(
            "filter", "has more than " + DEEPEST + " parentheses in each other");
      }
    }
  }

  private static Sql sql(Node node, Function<Comparison, Sql> comparison, int[] seen) {
    if (node instanceof LogicalNode logical) {
      var parts = new ArrayList<Sql>();
      logical.getChildren().forEach(child -> parts.add(sql(child, comparison, seen)));
      return logical.getOperator() == LogicalOperator.AND ? Sql.all(parts) : Sql.any(parts);
    }
    if (++seen[0] > MOST_COMPARISONS) {
      throw CrmException.badParameter(
          "filter", "has more than " + MOST_COMPARISONS + " comparisons");
    }
    var leaf = (ComparisonNode) node;
    return comparison.apply(
        new Comparison(leaf.getSelector(), leaf.getOperator().getSymbol(), leaf.getArguments()));
  }

  private static String firstLine(Throwable cause) {
    var message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    return message.lines().findFirst().orElse("it cannot be read");
  }
}
