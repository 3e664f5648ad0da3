/** First halves of code names: colours, weather, materials and kind ways to be. Nothing about bodies, size or cleverness. */
export const CODE_NAME_FIRST: readonly string[] = `
agile airy alpine amber amiable apricot aqua arctic artful autumn azure balmy bamboo bold bonny brave breezy
bright brisk bronze bubbly buoyant calm candid carefree caring cerise charming cheerful cheery cherry chirpy
citrus civil classic clear cloudy coastal cobalt comfy constant copper cordial cosmic cosy courteous creative
crimson crisp crystal curious dapper daring dawn daytime dazzling deep denim dewy diligent dreamy eager early
earnest eastern elegant emerald epic evening evergreen fabled fair faithful famous fearless festive fine
floral flowing fluent fond forest free fresh friendly gallant generous gentle genuine giving glad gleaming
glossy glowing golden grand great green handy happy hardy harmonious hazel hearty helpful heroic honest
hopeful icy indigo inky ivy jade jaunty jazzy jolly jovial joyful jubilant keen kind kindred lasting lavender
leafy legendary lemon lilac lime linen lively lofty loyal lucky lunar magenta magic magnetic mahogany marble
marine maroon mauve mellow merry midnight mighty mindful mint misty modern moonlit morning mossy musical navy
neat neon nimble noble northern oaken olive onward opal open orange orchid outdoor pastel patient peaceful
peach pearl peppy placid playful pleasant plucky plum poetic polar polite poplar prime proud purple quick
quiet radiant rainy rapid ready regal reliable restful rising robust rosy royal ruby rugged rustic sage sandy
sapphire satin scarlet scenic serene shimmering shining silken silver sincere skilful smiling smooth snowy
snug solar solid sparkling spirited splendid sprightly spring stable starlit starry steady stellar sterling
strong summer sunlit sunny super sure swift tangerine tawny teal tender thoughtful tidy timber topaz tranquil
treasured trusty turquoise twilight upbeat valiant valued velvet verdant vibrant violet vital vivid warm
welcome western willing winter wise witty wonderful woodland woolly zesty
`
	.trim()
	.split(/\s+/);

/** Second halves: animals that nobody is teased with, plants, places and things. */
export const CODE_NAME_SECOND: readonly string[] = `
acorn albatross alpaca anchor antelope apple arrow atlas aurora badger balloon banjo barn basket bay beach
beacon bee beech berry bicycle birch bison blackbird blossom boat book boot brook bud buffalo bus butterfly
button buzzard cabin canary candle canoe canyon caravan cardinal caribou carousel castle cat cedar cello
chaffinch chalk cheetah chestnut chimney chipmunk clarinet clock cloud clover cobweb comet compass condor
coral cottage cove crane creek cricket crocus crow curlew cymbal daffodil daisy dandelion deer delta dolphin
dove dragon dragonfly drum duck dune eagle echo egret eider elk elm ember falcon feather fern ferret ferry
fiddle field finch firefly fjord flamingo flute foal fountain fox galaxy garden gate gazelle gecko geyser
giraffe glacier goat goldfinch gondola guitar gull hamster harbour hare harp harvest hawk hazelnut heather
hedgehog heron hill holly horizon hummingbird ibex iceberg igloo iris island jackdaw jaguar jay jigsaw
juniper kayak kestrel kettle kingfisher kite koala ladybird lagoon lake lamp lantern lark laurel leaf lemur
leopard library lighthouse lily linnet lion llama lobster locket lotus lynx mallard mango maple marigold
market marmot meadow meerkat melody meteor mill moon moor moose moth mountain narwhal newt nightingale nutmeg
oak oasis ocean ocelot octopus orchard oriole osprey otter owl oyster paddle panda panther parrot pasture
path peacock pear pebble pelican penguin petal pheasant piano pigeon pine planet plover pond pony poppy
porcupine prairie puffin pumpkin quail quartz rabbit raccoon raft rainbow raven reef reindeer river robin
rocket rook rose rowan saffron sail salmon sandcastle sapling satellite seagull seahorse seal shell shore sky
skylark snowdrop snowflake sparrow spoon squirrel stag star starfish starling stone stream summit sun
sunflower sunrise sunset swan sycamore teapot tent thistle thrush thunder tide tiger toucan tractor train
tree trumpet tulip tunnel turtle umbrella valley village viola violin vole wagon walnut waterfall wave wheel
willow wind window wolf wombat woodpecker wren yacht yak zebra
`
	.trim()
	.split(/\s+/);
