namespace Pipeline.LocalCosmos.Query.Syntax;

internal enum UnaryOperator
{
    Not,
    Minus,
    Plus,
    BitwiseNot,
}

internal enum BinaryOperator
{
    Coalesce,
    Concat,
    BitwiseOr,
    BitwiseXor,
    BitwiseAnd,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

internal enum SubqueryKind
{
    Scalar,
    Exists,
    Array,
    All,
    First,
    Last,
}
