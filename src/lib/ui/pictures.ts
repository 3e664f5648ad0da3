import type { Component } from 'svelte';
import Accessibility from '@lucide/svelte/icons/accessibility';
import AlarmClock from '@lucide/svelte/icons/alarm-clock';
import Baby from '@lucide/svelte/icons/baby';
import Bike from '@lucide/svelte/icons/bike';
import BookOpen from '@lucide/svelte/icons/book-open';
import Brain from '@lucide/svelte/icons/brain';
import Briefcase from '@lucide/svelte/icons/briefcase';
import Bug from '@lucide/svelte/icons/bug';
import Cake from '@lucide/svelte/icons/cake';
import Calendar from '@lucide/svelte/icons/calendar';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import CalendarRange from '@lucide/svelte/icons/calendar-range';
import Camera from '@lucide/svelte/icons/camera';
import Car from '@lucide/svelte/icons/car';
import ChefHat from '@lucide/svelte/icons/chef-hat';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Clapperboard from '@lucide/svelte/icons/clapperboard';
import CloudRain from '@lucide/svelte/icons/cloud-rain';
import Coffee from '@lucide/svelte/icons/coffee';
import Crown from '@lucide/svelte/icons/crown';
import Dog from '@lucide/svelte/icons/dog';
import DoorOpen from '@lucide/svelte/icons/door-open';
import Drama from '@lucide/svelte/icons/drama';
import Dumbbell from '@lucide/svelte/icons/dumbbell';
import Ear from '@lucide/svelte/icons/ear';
import Fish from '@lucide/svelte/icons/fish';
import Footprints from '@lucide/svelte/icons/footprints';
import Gamepad2 from '@lucide/svelte/icons/gamepad-2';
import Ghost from '@lucide/svelte/icons/ghost';
import Globe from '@lucide/svelte/icons/globe';
import Goal from '@lucide/svelte/icons/goal';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Hammer from '@lucide/svelte/icons/hammer';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import Heart from '@lucide/svelte/icons/heart';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import Hourglass from '@lucide/svelte/icons/hourglass';
import House from '@lucide/svelte/icons/house';
import Laptop from '@lucide/svelte/icons/laptop';
import Library from '@lucide/svelte/icons/library';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Mars from '@lucide/svelte/icons/mars';
import Megaphone from '@lucide/svelte/icons/megaphone';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Mic from '@lucide/svelte/icons/mic';
import Moon from '@lucide/svelte/icons/moon';
import Mountain from '@lucide/svelte/icons/mountain';
import Music from '@lucide/svelte/icons/music';
import Palette from '@lucide/svelte/icons/palette';
import Pencil from '@lucide/svelte/icons/pencil';
import Phone from '@lucide/svelte/icons/phone';
import Plane from '@lucide/svelte/icons/plane';
import Puzzle from '@lucide/svelte/icons/puzzle';
import Rocket from '@lucide/svelte/icons/rocket';
import School from '@lucide/svelte/icons/school';
import Scissors from '@lucide/svelte/icons/scissors';
import Siren from '@lucide/svelte/icons/siren';
import Smile from '@lucide/svelte/icons/smile';
import Sparkles from '@lucide/svelte/icons/sparkles';
import Sprout from '@lucide/svelte/icons/sprout';
import Store from '@lucide/svelte/icons/store';
import Sun from '@lucide/svelte/icons/sun';
import Sunrise from '@lucide/svelte/icons/sunrise';
import Timer from '@lucide/svelte/icons/timer';
import Trees from '@lucide/svelte/icons/trees';
import Trophy from '@lucide/svelte/icons/trophy';
import UserRound from '@lucide/svelte/icons/user-round';
import Users from '@lucide/svelte/icons/users';
import UsersRound from '@lucide/svelte/icons/users-round';
import Utensils from '@lucide/svelte/icons/utensils';
import Venus from '@lucide/svelte/icons/venus';
import Video from '@lucide/svelte/icons/video';
import Volume2 from '@lucide/svelte/icons/volume-2';
import VolumeX from '@lucide/svelte/icons/volume-x';
import Waves from '@lucide/svelte/icons/waves';

type Drawing = Component<{ size?: number; strokeWidth?: number; 'aria-hidden'?: 'true' }>;

/** The drawings that a new programme's questions name. Only for screens that show questions: it is not small. */
export const PICTURES: Readonly<Record<string, Drawing>> = {
	accessibility: Accessibility,
	'alarm-clock': AlarmClock,
	baby: Baby,
	bike: Bike,
	'book-open': BookOpen,
	brain: Brain,
	briefcase: Briefcase,
	bug: Bug,
	cake: Cake,
	calendar: Calendar,
	'calendar-clock': CalendarClock,
	'calendar-days': CalendarDays,
	'calendar-range': CalendarRange,
	camera: Camera,
	car: Car,
	'chef-hat': ChefHat,
	'circle-dashed': CircleDashed,
	'circle-question-mark': CircleQuestionMark,
	clapperboard: Clapperboard,
	'cloud-rain': CloudRain,
	coffee: Coffee,
	crown: Crown,
	dog: Dog,
	'door-open': DoorOpen,
	drama: Drama,
	dumbbell: Dumbbell,
	ear: Ear,
	fish: Fish,
	footprints: Footprints,
	'gamepad-2': Gamepad2,
	ghost: Ghost,
	globe: Globe,
	goal: Goal,
	'graduation-cap': GraduationCap,
	hammer: Hammer,
	'hand-heart': HandHeart,
	heart: Heart,
	'heart-handshake': HeartHandshake,
	hourglass: Hourglass,
	house: House,
	laptop: Laptop,
	library: Library,
	'list-checks': ListChecks,
	mars: Mars,
	megaphone: Megaphone,
	'message-circle': MessageCircle,
	'message-square': MessageSquare,
	mic: Mic,
	moon: Moon,
	mountain: Mountain,
	music: Music,
	palette: Palette,
	pencil: Pencil,
	phone: Phone,
	plane: Plane,
	puzzle: Puzzle,
	rocket: Rocket,
	school: School,
	scissors: Scissors,
	siren: Siren,
	smile: Smile,
	sparkles: Sparkles,
	sprout: Sprout,
	store: Store,
	sun: Sun,
	sunrise: Sunrise,
	timer: Timer,
	trees: Trees,
	trophy: Trophy,
	'user-round': UserRound,
	users: Users,
	'users-round': UsersRound,
	utensils: Utensils,
	venus: Venus,
	video: Video,
	'volume-2': Volume2,
	'volume-x': VolumeX,
	waves: Waves
};
