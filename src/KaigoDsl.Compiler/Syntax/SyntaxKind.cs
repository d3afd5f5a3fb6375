namespace KaigoDsl.Compiler.Syntax;

/// <summary>The kind of a token, trivia or node of the syntax tree.</summary>
public enum SyntaxKind
{
    // Tokens
    /// <summary>No kind; a default.</summary>
    None,

    /// <summary>The end of the file; carries the trivia before it.</summary>
    EndOfFileToken,

    /// <summary>Characters that begin no token.</summary>
    BadToken,

    /// <summary>A label: letters of any script, digits, <c>_</c> and <c>・</c>, not beginning with a digit.</summary>
    WordToken,

    /// <summary>Digits with everything glued to them: <c>4点</c>, <c>7_220_000千円</c>, <c>12.5</c>, <c>2024年度</c>, and labels such as <c>1</c> or <c>10の2</c>.</summary>
    NumberToken,

    /// <summary>「…」 or "…", with its delimiters.</summary>
    StringToken,

    /// <summary><c>{</c> and its look-alikes.</summary>
    OpenBraceToken,

    /// <summary><c>}</c> and its look-alikes.</summary>
    CloseBraceToken,

    /// <summary><c>(</c> and its look-alikes.</summary>
    OpenParenToken,

    /// <summary><c>)</c> and its look-alikes.</summary>
    CloseParenToken,

    /// <summary><c>,</c> and its look-alikes.</summary>
    CommaToken,

    /// <summary><c>:</c> and its look-alikes.</summary>
    ColonToken,

    /// <summary><c>;</c> and its look-alikes.</summary>
    SemicolonToken,

    /// <summary><c>.</c> and its look-alikes.</summary>
    DotToken,

    /// <summary><c>=</c> and its look-alikes.</summary>
    EqualsToken,

    /// <summary><c>≠</c> and its look-alikes.</summary>
    NotEqualsToken,

    /// <summary><c>&lt;</c> and its look-alikes.</summary>
    LessToken,

    /// <summary><c>≤</c> and its look-alikes.</summary>
    LessOrEqualToken,

    /// <summary><c>&gt;</c> and its look-alikes.</summary>
    GreaterToken,

    /// <summary><c>≥</c> and its look-alikes.</summary>
    GreaterOrEqualToken,

    /// <summary><c>+</c> and its look-alikes.</summary>
    PlusToken,

    /// <summary><c>-</c> and its look-alikes.</summary>
    MinusToken,

    /// <summary><c>×</c> and its look-alikes.</summary>
    TimesToken,

    /// <summary><c>÷</c> and its look-alikes.</summary>
    DivideToken,

    /// <summary><c>/</c> and its look-alikes.</summary>
    SlashToken,

    /// <summary><c>→</c>, <c>-&gt;</c>.</summary>
    ArrowToken,

    /// <summary><c>%</c> and its look-alikes.</summary>
    PercentToken,

    // Keywords (SyntaxFacts has their spellings)
    /// <summary><c>対象</c>, <c>entity</c>.</summary>
    EntityKeyword,

    /// <summary><c>鍵</c>, <c>key</c>.</summary>
    KeyKeyword,

    /// <summary><c>名称</c>, <c>name</c>.</summary>
    NameKeyword,

    /// <summary><c>種別</c>, <c>enumeration</c>.</summary>
    EnumerationKeyword,

    /// <summary><c>単位</c>, <c>unit</c>.</summary>
    UnitKeyword,

    /// <summary><c>定数</c>, <c>constant</c>.</summary>
    ConstantKeyword,

    /// <summary><c>評価体系</c>, <c>framework</c>.</summary>
    FrameworkKeyword,

    /// <summary><c>公表値</c>, <c>published</c>.</summary>
    PublishedKeyword,

    /// <summary><c>試験</c>, <c>test</c>.</summary>
    TestKeyword,

    /// <summary><c>配分</c>, <c>allocation</c>.</summary>
    AllocationKeyword,

    /// <summary><c>判定</c>, <c>decision</c>.</summary>
    DecisionKeyword,

    /// <summary><c>算式</c>, <c>formula</c>.</summary>
    FormulaKeyword,

    /// <summary><c>割合表</c>, <c>shares</c>.</summary>
    SharesKeyword,

    /// <summary><c>段階</c>, <c>steps</c>.</summary>
    StepsKeyword,

    /// <summary><c>交付金</c>, <c>grant</c>.</summary>
    GrantKeyword,

    /// <summary><c>分野</c>, <c>area</c>.</summary>
    AreaKeyword,

    /// <summary><c>目標</c>, <c>goal</c>.</summary>
    GoalKeyword,

    /// <summary><c>指標群</c>, <c>group</c>.</summary>
    GroupKeyword,

    /// <summary><c>指標</c>, <c>indicator</c>.</summary>
    IndicatorKeyword,

    /// <summary><c>系列</c>, <c>series</c>.</summary>
    SeriesKeyword,

    /// <summary><c>項目</c>, <c>item</c>.</summary>
    ItemKeyword,

    /// <summary><c>集計</c>, <c>total</c>.</summary>
    TotalKeyword,

    /// <summary><c>時点</c>, <c>period</c>.</summary>
    PeriodKeyword,

    /// <summary><c>予定を含む</c>, <c>including_planned</c>.</summary>
    IncludingPlannedKeyword,

    /// <summary><c>入力</c>, <c>input</c>.</summary>
    InputKeyword,

    /// <summary><c>順位</c>, <c>ranking</c>.</summary>
    RankingKeyword,

    /// <summary><c>除く</c>, <c>excluding</c>.</summary>
    ExcludingKeyword,

    /// <summary><c>この指標</c>, <c>this_indicator</c>.</summary>
    ThisIndicatorKeyword,

    /// <summary><c>高い順</c>, <c>highest_first</c>.</summary>
    HighestFirstKeyword,

    /// <summary><c>低い順</c>, <c>lowest_first</c>.</summary>
    LowestFirstKeyword,

    /// <summary><c>母集団</c>, <c>population</c>.</summary>
    PopulationKeyword,

    /// <summary><c>同点</c>, <c>ties</c>.</summary>
    TiesKeyword,

    /// <summary><c>含める</c>, <c>include</c>.</summary>
    IncludeKeyword,

    /// <summary><c>含めない</c>, <c>exclude</c>.</summary>
    ExcludeKeyword,

    /// <summary><c>端数</c>, <c>rounding</c>.</summary>
    RoundingKeyword,

    /// <summary><c>切り捨て</c>, <c>round_down</c>.</summary>
    RoundDownKeyword,

    /// <summary><c>切り上げ</c>, <c>round_up</c>.</summary>
    RoundUpKeyword,

    /// <summary><c>四捨五入</c>, <c>round_nearest</c>.</summary>
    RoundNearestKeyword,

    /// <summary><c>上位</c>, <c>top</c>.</summary>
    TopKeyword,

    /// <summary><c>下位</c>, <c>bottom</c>.</summary>
    BottomKeyword,

    /// <summary><c>高い方</c>, <c>better_of</c>.</summary>
    BetterOfKeyword,

    /// <summary><c>最大</c>, <c>maximum</c>.</summary>
    MaximumKeyword,

    /// <summary><c>最小</c>, <c>minimum</c>.</summary>
    MinimumKeyword,

    /// <summary><c>前提</c>, <c>requires</c>.</summary>
    RequiresKeyword,

    /// <summary><c>配点未確認</c>, <c>points_unconfirmed</c>.</summary>
    PointsUnconfirmedKeyword,

    /// <summary><c>得点入力</c>, <c>points_input</c>.</summary>
    PointsInputKeyword,

    /// <summary><c>仮定</c>, <c>assumption</c>.</summary>
    AssumptionKeyword,

    /// <summary><c>出典</c>, <c>source</c>.</summary>
    SourceKeyword,

    /// <summary><c>版</c>, <c>edition</c>.</summary>
    EditionKeyword,

    /// <summary><c>旧</c>, <c>formerly</c>.</summary>
    FormerlyKeyword,

    /// <summary><c>新設</c>, <c>newly_added</c>.</summary>
    NewKeyword,

    /// <summary><c>統合</c>, <c>merges</c>.</summary>
    MergesKeyword,

    /// <summary><c>分割</c>, <c>split_from</c>.</summary>
    SplitFromKeyword,

    /// <summary><c>与える</c>, <c>given</c>.</summary>
    GivenKeyword,

    /// <summary><c>期待</c>, <c>expect</c>.</summary>
    ExpectKeyword,

    /// <summary><c>全項目</c>, <c>all_items</c>.</summary>
    AllItemsKeyword,

    /// <summary><c>該当</c>, <c>met</c>.</summary>
    MetKeyword,

    /// <summary><c>非該当</c>, <c>not_met</c>.</summary>
    NotMetKeyword,

    /// <summary><c>未実施</c>, <c>not_done</c>.</summary>
    NotDoneKeyword,

    /// <summary><c>未報告</c>, <c>not_reported</c>.</summary>
    NotReportedKeyword,

    /// <summary><c>真偽</c>, <c>boolean</c>.</summary>
    BooleanKeyword,

    /// <summary><c>文字列</c>, <c>text</c>.</summary>
    TextKeyword,

    /// <summary><c>年度</c>, <c>fiscal_year</c>.</summary>
    FiscalYearKeyword,

    /// <summary><c>日付</c>, <c>date</c>.</summary>
    DateKeyword,

    /// <summary><c>真</c>, <c>true</c>.</summary>
    TrueKeyword,

    /// <summary><c>偽</c>, <c>false</c>.</summary>
    FalseKeyword,

    /// <summary><c>かつ</c>, <c>and</c>.</summary>
    AndKeyword,

    /// <summary><c>または</c>, <c>or</c>.</summary>
    OrKeyword,

    /// <summary><c>否</c>, <c>not</c>.</summary>
    NotKeyword,

    /// <summary><c>ならば</c>, <c>then</c>.</summary>
    ThenKeyword,

    /// <summary><c>でなければ</c>, <c>otherwise</c>.</summary>
    OtherwiseKeyword,

    /// <summary><c>の平均</c>, <c>as_mean</c>.</summary>
    OfMeanKeyword,

    /// <summary><c>の合計</c>, <c>as_sum</c>.</summary>
    OfSumKeyword,

    /// <summary><c>の中央値</c>, <c>as_median</c>.</summary>
    OfMedianKeyword,

    /// <summary><c>の最大</c>, <c>as_maximum</c>.</summary>
    OfMaximumKeyword,

    /// <summary><c>の最小</c>, <c>as_minimum</c>.</summary>
    OfMinimumKeyword,

    /// <summary><c>の件数</c>, <c>as_count</c>.</summary>
    OfCountKeyword,

    /// <summary><c>の割合</c>, <c>as_share</c>.</summary>
    OfShareKeyword,

    /// <summary><c>の標準偏差</c>, <c>as_standard_deviation</c>.</summary>
    OfStandardDeviationKeyword,

    /// <summary><c>得点</c>, <c>score</c>.</summary>
    ScoreKeyword,

    /// <summary><c>管内</c>, <c>members</c>.</summary>
    MembersKeyword,

    /// <summary><c>平均</c>, <c>mean</c>.</summary>
    MeanKeyword,

    /// <summary><c>中央値</c>, <c>median</c>.</summary>
    MedianKeyword,

    /// <summary><c>標準偏差</c>, <c>standard_deviation</c>.</summary>
    StandardDeviationKeyword,

    /// <summary><c>得点率</c>, <c>rate</c>.</summary>
    RateKeyword,

    /// <summary><c>最高点</c>, <c>highest</c>.</summary>
    HighestKeyword,

    /// <summary><c>最低点</c>, <c>lowest</c>.</summary>
    LowestKeyword,

    /// <summary><c>団体数</c>, <c>entity_count</c>.</summary>
    EntityCountKeyword,

    /// <summary><c>該当団体数</c>, <c>met_count</c>.</summary>
    MetCountKeyword,

    // Keywords of rules and allocations only; words elsewhere
    /// <summary><c>枠</c>, <c>pool</c>.</summary>
    PoolKeyword,

    /// <summary><c>値</c>, <c>value</c>.</summary>
    ValueKeyword,

    /// <summary><c>規模</c>, <c>size</c>.</summary>
    SizeKeyword,

    /// <summary><c>区分</c>, <c>class</c>.</summary>
    ClassKeyword,

    /// <summary><c>規模別予算</c>, <c>class_budgets</c>.</summary>
    ClassBudgetsKeyword,

    /// <summary><c>按分</c>, <c>proportional</c>.</summary>
    ProportionalKeyword,

    /// <summary><c>均等</c>, <c>equal</c>.</summary>
    EqualKeyword,

    /// <summary><c>条件</c>, <c>condition</c>.</summary>
    ConditionKeyword,

    /// <summary><c>交付要件</c>, <c>gate</c>.</summary>
    GateKeyword,

    /// <summary><c>激変緩和</c>, <c>transition</c>.</summary>
    TransitionKeyword,

    /// <summary><c>上限</c>, <c>cap</c>.</summary>
    CapKeyword,

    /// <summary><c>下限</c>, <c>floor</c>.</summary>
    FloorKeyword,

    /// <summary><c>再配分</c>, <c>redistribution</c>.</summary>
    RedistributionKeyword,

    /// <summary><c>残余</c>, <c>residue</c>.</summary>
    ResidueKeyword,

    /// <summary><c>分母から除く</c>, <c>leave_base</c>.</summary>
    LeaveBaseKeyword,

    /// <summary><c>配分残とする</c>, <c>leave_unpaid</c>.</summary>
    LeaveUnpaidKeyword,

    /// <summary><c>総額に合わせる</c>, <c>normalised</c>.</summary>
    NormalisedKeyword,

    /// <summary><c>収束まで</c>, <c>until_settled</c>.</summary>
    UntilSettledKeyword,

    /// <summary><c>上限未満</c>, <c>uncapped</c>.</summary>
    UncappedKeyword,

    /// <summary><c>報告</c>, <c>report</c>.</summary>
    ReportKeyword,

    /// <summary><c>最大剰余</c>, <c>largest_remainder</c>.</summary>
    LargestRemainderKeyword,

    /// <summary><c>翌回へ繰越</c>, <c>carry_forward</c>.</summary>
    CarryForwardKeyword,

    /// <summary><c>特定の団体へ</c>, <c>to_recipients</c>.</summary>
    ToRecipientsKeyword,

    /// <summary><c>配分へ</c>, <c>to_allocation</c>.</summary>
    ToAllocationKeyword,

    /// <summary><c>枠へ</c>, <c>to_pool</c>.</summary>
    ToPoolKeyword,

    /// <summary><c>配分しない</c>, <c>withheld</c>.</summary>
    WithheldKeyword,

    /// <summary><c>未満</c>, <c>below</c>.</summary>
    BelowKeyword,

    /// <summary><c>以下</c>, <c>at_most</c>.</summary>
    AtMostKeyword,

    /// <summary><c>以上</c>, <c>and_above</c>.</summary>
    AndAboveKeyword,

    /// <summary><c>昇順</c>, <c>ascending</c>.</summary>
    AscendingKeyword,

    /// <summary><c>降順</c>, <c>descending</c>.</summary>
    DescendingKeyword,

    /// <summary><c>按分率</c>, <c>share_of_weight</c>.</summary>
    ShareOfWeightKeyword,

    /// <summary><c>金額</c>, <c>amount</c>.</summary>
    AmountKeyword,

    /// <summary><c>合計</c>, <c>sum</c>.</summary>
    SumKeyword,

    /// <summary><c>小数点以下</c>, <c>decimal_places</c>.</summary>
    DecimalPlacesKeyword,

    /// <summary><c>に比例</c>, <c>proportional_to</c>.</summary>
    ProportionalToKeyword,

    // Trivia
    /// <summary>Blanks and tabs, half or full width.</summary>
    WhitespaceTrivia,

    /// <summary>A line end.</summary>
    EndOfLineTrivia,

    /// <summary><c>// …</c></summary>
    LineCommentTrivia,

    /// <summary><c>/* … */</c></summary>
    BlockCommentTrivia,

    /// <summary><c>/// …</c>: documents the next declaration.</summary>
    DocumentationTrivia,

    /// <summary>A byte order mark at the beginning.</summary>
    ByteOrderMarkTrivia,

    // Nodes
    /// <summary>See <c>CompilationUnitSyntax</c>.</summary>
    CompilationUnit,

    /// <summary>See <c>EntityDeclarationSyntax</c>.</summary>
    EntityDeclaration,

    /// <summary>See <c>KeyClauseSyntax</c>.</summary>
    KeyClause,

    /// <summary>See <c>AttributeDeclarationSyntax</c>.</summary>
    AttributeDeclaration,

    /// <summary>See <c>EnumerationDeclarationSyntax</c>.</summary>
    EnumerationDeclaration,

    /// <summary>See <c>EnumerationMemberSyntax</c>.</summary>
    EnumerationMember,

    /// <summary>See <c>UnitDeclarationSyntax</c>.</summary>
    UnitDeclaration,

    /// <summary>See <c>ConstantDeclarationSyntax</c>.</summary>
    ConstantDeclaration,

    /// <summary>See <c>FrameworkDeclarationSyntax</c>.</summary>
    FrameworkDeclaration,

    /// <summary>See <c>NodeDeclarationSyntax</c>.</summary>
    NodeDeclaration,

    /// <summary>See <c>PublishedDeclarationSyntax</c>.</summary>
    PublishedDeclaration,

    /// <summary>See <c>PublishedValueSyntax</c>.</summary>
    PublishedValue,

    /// <summary>See <c>AllocationDeclarationSyntax</c>.</summary>
    AllocationDeclaration,

    /// <summary>See <c>PoolDeclarationSyntax</c>.</summary>
    PoolDeclaration,

    /// <summary>See <c>BudgetPartSyntax</c>.</summary>
    BudgetPart,

    /// <summary>See <c>WithheldPartSyntax</c>.</summary>
    WithheldPart,

    /// <summary>See <c>GateClauseSyntax</c>.</summary>
    GateClause,

    /// <summary>See <c>ParticipantsClauseSyntax</c>.</summary>
    ParticipantsClause,

    /// <summary>See <c>SizeClauseSyntax</c>.</summary>
    SizeClause,

    /// <summary>See <c>SizeClassSyntax</c>.</summary>
    SizeClass,

    /// <summary>See <c>ClassBudgetsClauseSyntax</c>.</summary>
    ClassBudgetsClause,

    /// <summary>See <c>ProportionalClauseSyntax</c>.</summary>
    ProportionalClause,

    /// <summary>See <c>EqualClauseSyntax</c>.</summary>
    EqualClause,

    /// <summary>See <c>EqualConditionSyntax</c>.</summary>
    EqualCondition,

    /// <summary>See <c>AmountLimitClauseSyntax</c>.</summary>
    AmountLimitClause,

    /// <summary>See <c>TransitionClauseSyntax</c>.</summary>
    TransitionClause,

    /// <summary>See <c>RoundingClauseSyntax</c>.</summary>
    RoundingClause,

    /// <summary>See <c>RedistributionClauseSyntax</c>.</summary>
    RedistributionClause,

    /// <summary>See <c>RedistributionWeightSyntax</c>.</summary>
    RedistributionWeight,

    /// <summary>See <c>RedistributionRoundsSyntax</c>.</summary>
    RedistributionRounds,

    /// <summary>See <c>RedistributionParticipantsSyntax</c>.</summary>
    RedistributionParticipants,

    /// <summary>See <c>ResidueClauseSyntax</c>.</summary>
    ResidueClause,

    /// <summary>See <c>TestDeclarationSyntax</c>.</summary>
    TestDeclaration,

    /// <summary>See <c>GivenClauseSyntax</c>.</summary>
    GivenClause,

    /// <summary>See <c>GivenValueSyntax</c>.</summary>
    GivenValue,

    /// <summary>See <c>ExpectClauseSyntax</c>.</summary>
    ExpectClause,

    /// <summary>See <c>DecisionDeclarationSyntax</c>.</summary>
    DecisionDeclaration,

    /// <summary>See <c>DecisionClauseSyntax</c>.</summary>
    DecisionClause,

    /// <summary>See <c>FormulaDeclarationSyntax</c>.</summary>
    FormulaDeclaration,

    /// <summary>See <c>FormulaResultSyntax</c>.</summary>
    FormulaResult,

    /// <summary>See <c>ValueDeclarationSyntax</c>.</summary>
    ValueDeclaration,

    /// <summary>See <c>StandingDeclarationSyntax</c>.</summary>
    StandingDeclaration,

    /// <summary>See <c>ShareTableDeclarationSyntax</c>.</summary>
    ShareTableDeclaration,

    /// <summary>See <c>ShareEntrySyntax</c>.</summary>
    ShareEntry,

    /// <summary>See <c>StepTableDeclarationSyntax</c>.</summary>
    StepTableDeclaration,

    /// <summary>See <c>StepRowSyntax</c>.</summary>
    StepRow,

    /// <summary>See <c>BodySyntax</c>.</summary>
    Body,

    /// <summary>See <c>TotalDeclarationSyntax</c>.</summary>
    TotalDeclaration,

    /// <summary>See <c>PeriodClauseSyntax</c>.</summary>
    PeriodClause,

    /// <summary>See <c>NoteClauseSyntax</c>.</summary>
    NoteClause,

    /// <summary>See <c>InputDeclarationSyntax</c>.</summary>
    InputDeclaration,

    /// <summary>See <c>RankingClauseSyntax</c>.</summary>
    RankingClause,

    /// <summary>See <c>DirectionOptionSyntax</c>.</summary>
    DirectionOption,

    /// <summary>See <c>PopulationOptionSyntax</c>.</summary>
    PopulationOption,

    /// <summary>See <c>TieOptionSyntax</c>.</summary>
    TieOption,

    /// <summary>See <c>RoundingOptionSyntax</c>.</summary>
    RoundingOption,

    /// <summary>See <c>TitlePartSyntax</c>.</summary>
    TitlePart,

    /// <summary>See <c>PointsPartSyntax</c>.</summary>
    PointsPart,

    /// <summary>See <c>CapPartSyntax</c>.</summary>
    CapPart,

    /// <summary>See <c>FlagPartSyntax</c>.</summary>
    FlagPart,

    /// <summary>See <c>NotePartSyntax</c>.</summary>
    NotePart,

    /// <summary>See <c>EditionPartSyntax</c>.</summary>
    EditionPart,

    /// <summary>See <c>SubjectPartSyntax</c>.</summary>
    SubjectPart,

    /// <summary>See <c>LineagePartSyntax</c>.</summary>
    LineagePart,

    /// <summary>See <c>PrerequisitePartSyntax</c>.</summary>
    PrerequisitePart,

    /// <summary>See <c>TierConditionPartSyntax</c>.</summary>
    TierConditionPart,

    /// <summary>See <c>ExpressionConditionPartSyntax</c>.</summary>
    ExpressionConditionPart,

    /// <summary>See <c>LabelSyntax</c>.</summary>
    Label,

    /// <summary>See <c>PathSyntax</c>.</summary>
    Path,

    /// <summary>See <c>KeywordTypeSyntax</c>.</summary>
    KeywordType,

    /// <summary>See <c>NamedTypeSyntax</c>.</summary>
    NamedType,

    /// <summary>See <c>ReferenceTypeSyntax</c>.</summary>
    ReferenceType,

    /// <summary>See <c>NameExpressionSyntax</c>.</summary>
    NameExpression,

    /// <summary>See <c>NumberExpressionSyntax</c>.</summary>
    NumberExpression,

    /// <summary>See <c>StringExpressionSyntax</c>.</summary>
    StringExpression,

    /// <summary>See <c>TruthExpressionSyntax</c>.</summary>
    TruthExpression,

    /// <summary>See <c>ParenthesizedExpressionSyntax</c>.</summary>
    ParenthesizedExpression,

    /// <summary>See <c>UnaryExpressionSyntax</c>.</summary>
    UnaryExpression,

    /// <summary>See <c>BinaryExpressionSyntax</c>.</summary>
    BinaryExpression,

    /// <summary>See <c>ConditionalExpressionSyntax</c>.</summary>
    ConditionalExpression,

    /// <summary>See <c>CallExpressionSyntax</c>.</summary>
    CallExpression,

    /// <summary>See <c>AggregateExpressionSyntax</c>.</summary>
    AggregateExpression,

    /// <summary>See <c>ExcludingExpressionSyntax</c>.</summary>
    ExcludingExpression,

    /// <summary>See <c>LookupExpressionSyntax</c>.</summary>
    LookupExpression,

    /// <summary>See <c>TierExpressionSyntax</c>.</summary>
    TierExpression,

    /// <summary>See <c>MissingExpressionSyntax</c>.</summary>
    MissingExpression,

    /// <summary>See <c>SkippedTokensSyntax</c>.</summary>
    SkippedTokens,
}
