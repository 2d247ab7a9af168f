using Pipeline.LocalCosmos.Query.Functions;
using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>Turns expressions into evaluators: names become slots, operators and functions become delegates.</summary>
internal sealed class ExpressionBinder(BindingContext context, Scope scope)
{
    /// <summary>Set where aggregates are in play: asked first, it answers for aggregates and for what GROUP BY names.</summary>
    public Func<Expression, Evaluator?>? Override { get; init; }

    public Evaluator Bind(Expression expression)
    {
        if (Override?.Invoke(expression) is { } found) return found;
        return expression switch
        {
            Literal literal => Constant(literal.Value),
            Parameter parameter => Parameter(context.Parameter(parameter.Name)),
            Identifier identifier => Slot(Resolve(identifier.Name)),
            Member member => Member(member),
            ArrayLiteral array => Array(BindAll(array.Elements)),
            ObjectLiteral literal => Object([.. literal.Properties.Select(property => (property.Name, Bind(property.Value)))]),
            Unary unary => Operators.Unary(unary.Operator, Bind(unary.Operand)),
            Binary binary => Operators.Binary(binary.Operator, Bind(binary.Left), Bind(binary.Right)),
            Logical logical => Operators.Logical(logical.IsAnd, BindAll(logical.Operands)),
            In membership => Membership(membership),
            Between between => Predicates.Between(Bind(between.Operand), Bind(between.Low), Bind(between.High), between.Negated),
            Like like => LikeOf(like),
            Conditional conditional => Choose(Bind(conditional.Condition), Bind(conditional.Then), Bind(conditional.Otherwise)),
            Call call => CallOf(call),
            Subquery subquery => SubqueryBinder.Bind(context, scope, subquery),
            _ => throw new QueryException($"{expression.GetType().Name} is not supported."),
        };
    }

    public Evaluator[] BindAll(IEnumerable<Expression> expressions) => [.. expressions.Select(Bind)];

    public static Evaluator Choose(Evaluator condition, Evaluator then, Evaluator otherwise) =>
        frame => condition(frame).IsTrue ? then(frame) : otherwise(frame);

    private int Resolve(string name) =>
        scope.TryFind(name, out var slot) ? slot : throw new QueryException($"The name '{name}' could not be resolved.");

    private static Evaluator Constant(Value value) => _ => value;

    private static Evaluator Slot(int slot) => frame => frame.Slots[slot];

    private static Evaluator Parameter(int index) => frame => frame.Parameters[index];

    private Evaluator Member(Member member)
    {
        var target = Bind(member.Target);
        if (member.Key is Literal literal)
        {
            if (literal.Value.TryString(out var name)) return frame => target(frame).Property(name);
            return literal.Value.TryInteger(out var index) ? frame => target(frame).Item(index) : Constant(Value.Undefined);
        }
        var key = Bind(member.Key);
        return frame =>
        {
            var value = key(frame);
            if (value.TryString(out var name)) return target(frame).Property(name);
            return value.TryInteger(out var index) ? target(frame).Item(index) : Value.Undefined;
        };
    }

    // An undefined element or property is left out, it never becomes null.
    private static Evaluator Array(Evaluator[] elements) => frame =>
    {
        var items = new List<Value>(elements.Length);
        foreach (var element in elements)
            if (element(frame) is { IsDefined: true } item) items.Add(item);
        return Value.Of(items);
    };

    internal static Evaluator Object((string Name, Evaluator Value)[] properties) => frame =>
    {
        var items = new List<KeyValuePair<string, Value>>(properties.Length);
        foreach (var (name, evaluate) in properties)
            if (evaluate(frame) is { IsDefined: true } value) items.Add(KeyValuePair.Create(name, value));
        return Value.Of(new ObjectValue(items));
    };

    private Evaluator Membership(In membership)
    {
        var needle = Bind(membership.Needle);
        return membership.Candidates.All(candidate => candidate is Literal)
            ? Predicates.InSet(needle, [.. membership.Candidates.Cast<Literal>().Select(literal => literal.Value)], membership.Negated)
            : Predicates.In(needle, BindAll(membership.Candidates), membership.Negated);
    }

    private Evaluator LikeOf(Like like)
    {
        var escape = like.Escape is null ? null : Bind(like.Escape);
        return Predicates.Like(Bind(like.Operand), Bind(like.Pattern), escape, like.Negated);
    }

    private Evaluator CallOf(Call call)
    {
        if (Aggregates.IsAggregate(call.Name))
            throw new QueryException($"The aggregate {call.Name} stands where none is allowed; aggregates belong into the SELECT list.");
        // IIF evaluates one branch only, so it is no function like the others.
        if (call.Name == "IIF" && call.Arguments.Count == 3)
            return Choose(Bind(call.Arguments[0]), Bind(call.Arguments[1]), Bind(call.Arguments[2]));
        var function = FunctionTable.Find(call.Name, call.Arguments.Count);
        var arguments = BindAll(call.Arguments);
        return frame =>
        {
            var values = arguments.Length == 0 ? [] : new Value[arguments.Length];
            for (var i = 0; i < values.Length; i++) values[i] = arguments[i](frame);
            return function(values, frame);
        };
    }
}
