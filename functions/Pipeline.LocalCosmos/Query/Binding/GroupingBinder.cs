using Pipeline.LocalCosmos.Query.Syntax;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>
/// Binds the SELECT list of a query that aggregates. Within it an aggregate is a slot, an expression of GROUP BY is a slot, and any
/// other use of a source is an error, because it has no one value in a group.
/// </summary>
internal sealed class GroupingBinder
{
    private readonly BindingContext _context;
    private readonly ExpressionBinder _rows;
    private readonly NodeList<Expression> _groupBy;
    private readonly List<int> _keySlots = [];
    private readonly List<BoundAggregate> _aggregates = [];

    public GroupingBinder(BindingContext context, Scope scope, NodeList<Expression> groupBy)
    {
        _context = context;
        _groupBy = groupBy;
        _rows = new ExpressionBinder(context, scope);
        foreach (var _ in groupBy) _keySlots.Add(context.NewSlot());
        Projection = new ExpressionBinder(context, scope) { Override = Resolve };
    }

    /// <summary>Binds what is computed once a group.</summary>
    public ExpressionBinder Projection { get; }

    /// <summary>Call after the SELECT list is bound.</summary>
    public Grouping Finish() => new() { Keys = _rows.BindAll(_groupBy), KeySlots = _keySlots, Aggregates = _aggregates };

    /// <summary>True where an aggregate stands in the expression itself, not only in a subquery of it.</summary>
    public static bool HasAggregate(Expression? expression) => expression switch
    {
        Call call => Aggregates.IsAggregate(call.Name) || call.Arguments.Any(HasAggregate),
        Member member => HasAggregate(member.Target) || HasAggregate(member.Key),
        ArrayLiteral array => array.Elements.Any(HasAggregate),
        ObjectLiteral literal => literal.Properties.Any(property => HasAggregate(property.Value)),
        Unary unary => HasAggregate(unary.Operand),
        Binary binary => HasAggregate(binary.Left) || HasAggregate(binary.Right),
        Logical logical => logical.Operands.Any(HasAggregate),
        In membership => HasAggregate(membership.Needle) || membership.Candidates.Any(HasAggregate),
        Between between => HasAggregate(between.Operand) || HasAggregate(between.Low) || HasAggregate(between.High),
        Like like => HasAggregate(like.Operand) || HasAggregate(like.Pattern),
        Conditional choice => HasAggregate(choice.Condition) || HasAggregate(choice.Then) || HasAggregate(choice.Otherwise),
        _ => false,
    };

    private Evaluator? Resolve(Expression expression)
    {
        for (var i = 0; i < _groupBy.Count; i++)
        {
            if (!_groupBy[i].Equals(expression)) continue;
            var key = _keySlots[i];
            return frame => frame.Slots[key];
        }
        switch (expression)
        {
            case Call call when Aggregates.IsAggregate(call.Name):
                return Aggregate(call);
            case Identifier or Subquery:
                var name = expression is Identifier identifier ? $"'{identifier.Name}'" : "A subquery";
                throw new QueryException(
                    $"{name} is invalid in the SELECT list because it is contained in neither an aggregate function nor the GROUP BY clause.");
            default:
                return null;
        }
    }

    private Evaluator Aggregate(Call call)
    {
        if (call.Arguments.Count != 1) throw new QueryException($"{call.Name} takes one argument.");
        var known = _aggregates.Find(aggregate => aggregate.Call.Equals(call));
        if (known is null)
        {
            known = new BoundAggregate(call, Aggregates.Maker(call.Name), _rows.Bind(call.Arguments[0]), _context.NewSlot());
            _aggregates.Add(known);
        }
        var slot = known.Slot;
        return frame => frame.Slots[slot];
    }
}
